import { CircleCheck } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import type { ExportScope } from '#annotations/exchange/scope'
import type { Tag } from '#annotations/model/highlight'
import type { ArticleId } from '#annotations/model/ids'
import type { OutputOf } from '#contract/methods'
import type { ExportFormatView } from '#contract/views'
import { sortArticles } from '../library/rows'
import { useApp } from '../state/app-context'
import type { AppModel } from '../state/app-model'
import { useStore } from '../state/store'
import { Button } from '../ui/button'
import { Choices } from '../ui/choices'
import { Dialog } from '../ui/dialog'
import { count } from '../ui/format'
import { SelectField } from '../ui/select-field'
import { TAG_NAMES } from '../ui/tag-mark'
import { ArticleChecklist } from './article-checklist'
import { ExportLosses, useExportPreview } from './export-losses'
import styles from './form.module.css'

type ScopeKind = ExportScope['kind']
type Saved = { readonly where: string; readonly file: OutputOf<'desk.export'> }

const SCOPES: readonly { readonly value: ScopeKind; readonly label: string; readonly hint: string }[] = [
  { value: 'desk', label: 'The whole desk', hint: 'Every article, highlight and link.' },
  { value: 'articles', label: 'Chosen articles', hint: 'With their highlights, and the links between them.' },
  { value: 'tag', label: 'One tag', hint: 'The highlights of one kind, in all articles.' },
]

const TAGS: readonly { readonly value: Tag; readonly label: string }[] = [
  { value: 'claim', label: `${TAG_NAMES.claim}s` },
  { value: 'attribution', label: `${TAG_NAMES.attribution}s` },
  { value: 'denial', label: `${TAG_NAMES.denial}s` },
]

/** Writes the desk, some articles or one tag to a file of the chosen format, and says what goes and what went out. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const app = useApp()
  const library = useStore(app.library.store, (state) => state)
  const articles = useMemo(
    () =>
      library.state === 'ready'
        ? sortArticles(library.articles.values(), { column: 'published', descending: true })
        : [],
    [library],
  )
  const [ids, setIds] = useState<ReadonlySet<ArticleId>>(() => preselected(app))
  const [kind, setKind] = useState<ScopeKind>(
    ids.size > 0 && app.router.route.get().view === 'library' ? 'articles' : 'desk',
  )
  const [tag, setTag] = useState<Tag>('claim')
  const [busy, setBusy] = useState(false)
  const [saved, setSaved] = useState<Saved | null>(null)
  const formats = useFormats(app)
  const [chosen, setChosen] = useState<string | null>(null)
  const format = formats.find(({ id }) => id === chosen) ?? formats[0]
  const scope = scopeOf(kind, ids, tag)
  const preview = useExportPreview(app, format ? scope : null, format?.id ?? '')

  const save = async () => {
    if (scope === null || !format) return
    setBusy(true)
    const done = await exportTo(app, scope, format.id)
    setBusy(false)
    if (done) setSaved(done)
  }
  if (saved) return <SavedDialog saved={saved} onClose={onClose} />
  return (
    <Dialog
      title="Export"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" onPress={save} isBusy={busy} isDisabled={scope === null || !format}>
            {busy ? 'Exporting…' : 'Export…'}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Choices label="What to export" look="list" value={kind} options={SCOPES} onChange={setKind} />
        {kind === 'articles' && <ArticleChecklist articles={articles} selected={ids} onChange={setIds} />}
        {kind === 'tag' && <Choices label="Tag" look="bar" value={tag} options={TAGS} onChange={setTag} />}
        <SelectField
          label="Format"
          value={format?.id ?? ''}
          options={formats.map(({ id, title }) => ({ value: id, label: title }))}
          hint={format?.hint}
          onChange={setChosen}
        />
        <div className={styles.room}>
          <ExportLosses preview={preview} restores={format?.restores ?? false} />
        </div>
      </div>
    </Dialog>
  )
}

function SavedDialog({ saved: { where, file }, onClose }: { readonly saved: Saved; readonly onClose: () => void }) {
  return (
    <Dialog
      title="Exported"
      size="small"
      onClose={onClose}
      footer={
        <Button look="primary" onPress={onClose} autoFocus>
          Done
        </Button>
      }
    >
      <div className={styles.form} role="status">
        <p className={`${styles.sentence} ${styles.good}`}>
          <CircleCheck size={16} aria-hidden="true" />
          <span>
            {count(file.articles, 'article')}, {count(file.highlights, 'highlight')} and {count(file.links, 'link')}{' '}
            went to <span className={styles.path}>{where}</span>.
          </span>
        </p>
        {file.leftOut.length + file.lost.length > 0 && (
          <ul>
            {[...file.leftOut, ...file.lost].map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  )
}

/** The formats that the desk can write, the first of them the one to begin with. */
function useFormats(app: AppModel): readonly ExportFormatView[] {
  const [formats, setFormats] = useState<readonly ExportFormatView[]>([])
  useEffect(() => void app.ask('desk.formats', {}).then((found) => found && setFormats(found)), [app])
  return formats
}

/** Exports and lets the user choose where; null when it failed, which is then shown, or was cancelled. */
async function exportTo(app: AppModel, scope: ExportScope, format: string): Promise<Saved | null> {
  const file = await app.ask('desk.export', { scope, format })
  if (file === null) return null
  const where = await app.shell.saveTextFile(file.fileName, file.contents, file.encoding)
  if (!where.ok) app.toasts.showError(where.error)
  return where.ok && where.value !== null ? { where: where.value, file } : null
}

function scopeOf(kind: ScopeKind, ids: ReadonlySet<ArticleId>, tag: Tag): ExportScope | null {
  switch (kind) {
    case 'desk':
      return { kind }
    case 'articles':
      return ids.size === 0 ? null : { kind, ids: [...ids] }
    case 'tag':
      return { kind, tag }
  }
}

/** The articles selected in the library; from within an article, that one. */
export function preselected(app: AppModel): ReadonlySet<ArticleId> {
  const route = app.router.route.get()
  if (route.view === 'article') return new Set([route.id])
  const library = app.library.store.get()
  const there = library.state === 'ready' ? library.articles : new Map<ArticleId, unknown>()
  return new Set([...app.lastLibrary.get().selected].filter((id) => there.has(id)))
}
