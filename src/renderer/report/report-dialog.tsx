import { useMemo, useState } from 'react'
import { Group } from 'react-aria-components'
import type { ArticleId, HighlightId } from '#annotations/model/ids'
import { FULL_REPORT, type ReportOptions, type ReportScope } from '#annotations/report/scope'
import { ArticleChecklist } from '../dialogs/article-checklist'
import { preselected } from '../dialogs/export-dialog'
import { sortArticles } from '../library/rows'
import { useApp } from '../state/app-context'
import type { AppModel } from '../state/app-model'
import { useStore } from '../state/store'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { Choices } from '../ui/choices'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import styles from './report-dialog.module.css'
import { ReportCounts, ReportPreview } from './report-preview'
import { scopeFor, scopeOptions, scopesHere } from './scopes'
import { useReportPreview } from './use-report-preview'

type Form = 'pdf' | 'docx' | 'html' | 'md'

const FORMS: readonly { readonly value: Form; readonly label: string }[] = [
  { value: 'pdf', label: 'PDF' },
  { value: 'docx', label: 'Word' },
  { value: 'html', label: 'HTML' },
  { value: 'md', label: 'Markdown' },
]

const PARTS: readonly { readonly name: keyof Omit<ReportOptions, 'title'>; readonly label: string }[] = [
  { name: 'contents', label: 'Table of contents' },
  { name: 'notes', label: 'Notes on passages and links' },
  { name: 'others', label: 'Passages that belong to no claim' },
  { name: 'signOff', label: 'Lines to sign on' },
]

/** Writes what an editor needs to sign off, and shows it before it is saved. */
export function ReportDialog({ claim, onClose }: { readonly claim: HighlightId | null; readonly onClose: () => void }) {
  const app = useApp()
  const [here] = useState(() => scopesHere(app, claim))
  const [choice, setChoice] = useState(here.first)
  const [articles, setArticles] = useState<ReadonlySet<ArticleId>>(() => preselected(app))
  const [options, setOptions] = useState<ReportOptions>(FULL_REPORT)
  const [form, setForm] = useState<Form>('pdf')
  const [busy, setBusy] = useState(false)
  const scope = scopeFor(choice, here, articles)
  const preview = useReportPreview(scope, options)

  const save = async () => {
    if (scope === null) return
    setBusy(true)
    const where = await saveReport(app, scope, options, form)
    setBusy(false)
    if (where === null) return
    app.toasts.show({ tone: 'done', message: 'The report is made.', detail: `It went to ${where}.` })
    onClose()
  }
  return (
    <Dialog
      title="Report"
      size="large"
      onClose={onClose}
      footer={
        <>
          <ReportCounts preview={preview} />
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" onPress={save} isBusy={busy} isDisabled={preview.state !== 'ready'}>
            {busy ? 'Writing…' : form === 'pdf' && app.status.get().shell === 'browser' ? 'Print…' : 'Save…'}
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        <div className={styles.form}>
          <Choices
            label="What it is about"
            look="list"
            value={choice}
            options={scopeOptions(here)}
            onChange={setChoice}
          />
          {choice === 'articles' && <Articles selected={articles} onChange={setArticles} />}
          <Choices label="Form" look="bar" value={form} options={FORMS} onChange={setForm} />
          <Field
            label="Title"
            value={options.title}
            maxLength={200}
            placeholder={preview.state === 'ready' ? preview.file.title : ''}
            onChange={(title) => setOptions({ ...options, title })}
          />
          <Group className={styles.parts ?? ''} aria-label="With">
            {PARTS.map(({ name, label }) => (
              <Checkbox key={name} isSelected={options[name]} onChange={(on) => setOptions({ ...options, [name]: on })}>
                {label}
              </Checkbox>
            ))}
          </Group>
        </div>
        <ReportPreview preview={preview} />
      </div>
    </Dialog>
  )
}

type ArticlesProps = {
  readonly selected: ReadonlySet<ArticleId>
  readonly onChange: (selected: ReadonlySet<ArticleId>) => void
}

function Articles({ selected, onChange }: ArticlesProps) {
  const library = useStore(useApp().library.store, (state) => state)
  const articles = useMemo(
    () =>
      library.state === 'ready'
        ? sortArticles(library.articles.values(), { column: 'published', descending: true })
        : [],
    [library],
  )
  return <ArticleChecklist label="Articles to report on" articles={articles} selected={selected} onChange={onChange} />
}

/** Answers where it went; null when it failed, which is then shown, or was cancelled. */
async function saveReport(
  app: AppModel,
  scope: ReportScope,
  options: ReportOptions,
  form: Form,
): Promise<string | null> {
  const file = await app.ask('report.make', { scope, options, format: form === 'pdf' ? 'html' : form })
  if (file === null) return null
  const { fileName, contents, encoding } = file
  const where = await (form === 'pdf'
    ? app.shell.savePdf(fileName.replace(/html$/, 'pdf'), contents)
    : app.shell.saveTextFile(fileName, contents, encoding))
  if (where.ok) return where.value
  app.toasts.showError(where.error)
  return null
}
