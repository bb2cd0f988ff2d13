import { ChevronDown, CircleAlert, History } from 'lucide-react'
import { Button as AriaButton, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import { revisionIdSchema } from '#annotations/model/ids'
import { runCommand } from '../commands/run'
import { useApp } from '../state/app-context'
import { type OpenArticle, orphansOf } from '../state/open-article'
import { useStore } from '../state/store'
import { Button } from '../ui/button'
import menu from '../ui/menu.module.css'
import { revisionName } from './carried-words'
import styles from './revision-bar.module.css'

const NONE = 'none'

/** Which text of the article is shown, what changed in it, and what it left behind. Nothing while there is only one. */
export function RevisionBar({ article }: { readonly article: OpenArticle }) {
  const app = useApp()
  const since = useStore(app.reader.since, (value) => value)
  const checking = useStore(app.reader.checking, (value) => value !== null)
  const { revisions, revision, isNewest } = article
  const orphans = orphansOf(article).length
  if (revisions.length < 2) return null
  const now = new Date()
  const names = revisions.map((info, index) => ({ id: info.id, name: revisionName(info, index + 1, now) }))
  const show = (id: string) => {
    const chosen = revisionIdSchema.safeParse(id)
    if (!chosen.success) return
    const newest = chosen.data === revisions.at(-1)?.id
    app.router.go({
      view: 'article',
      id: article.article.id,
      highlight: null,
      ...(newest ? {} : { revision: chosen.data }),
    })
  }
  const compare = (id: string) => {
    const chosen = revisionIdSchema.safeParse(id)
    app.reader.since.set(chosen.success ? chosen.data : null)
  }
  return (
    <div className={styles.bar} lang="en" dir="ltr">
      <div className={styles.pickers}>
        <Picker
          label="Text"
          value={revision.id}
          onChange={show}
          options={names.map(({ id, name }, index) => ({
            id,
            name: index === names.length - 1 ? `${name} (newest)` : name,
          }))}
        />
        <Picker
          label="Changes since"
          value={since ?? NONE}
          onChange={compare}
          options={[{ id: NONE, name: 'not shown' }, ...names.filter(({ id }) => id !== revision.id)]}
        />
      </div>
      {!isNewest && (
        <p className={styles.notice} role="status">
          <History size={15} aria-hidden="true" />
          <span>You are reading an older text. It is kept as it was.</span>
          <Button onPress={() => show(revisions.at(-1)?.id ?? '')}>Show the newest</Button>
        </p>
      )}
      {orphans > 0 && (
        <p className={styles.notice} data-tone="warn">
          <CircleAlert size={15} aria-hidden="true" />
          <span>
            {orphans === 1
              ? '1 highlight was not found for certain in this text.'
              : `${orphans} highlights were not found for certain in this text.`}
          </span>
          <Button onPress={() => runCommand(app, 'orphan.check')} aria-expanded={checking}>
            {checking ? 'Close' : 'Check'}
          </Button>
        </p>
      )}
    </div>
  )
}

type PickerProps = {
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly id: string; readonly name: string }[]
  readonly onChange: (id: string) => void
}

function Picker({ label, value, options, onChange }: PickerProps) {
  return (
    <Select
      className={styles.picker ?? ''}
      value={value}
      onChange={(key) => {
        if (typeof key === 'string') onChange(key)
      }}
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      <AriaButton className={styles.button ?? ''}>
        <SelectValue className={styles.value ?? ''} />
        <ChevronDown size={14} aria-hidden="true" />
      </AriaButton>
      <Popover className={menu.popover ?? ''} offset={4}>
        <ListBox className={menu.menu ?? ''}>
          {options.map(({ id, name }) => (
            <ListBoxItem key={id} id={id} textValue={name} className={menu.item ?? ''}>
              {name}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  )
}
