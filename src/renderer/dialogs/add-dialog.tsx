import { CircleAlert } from 'lucide-react'
import { useState } from 'react'
import type { ImportColumns, ImportFailure } from '#contract/import-views'
import { useApp } from '../state/app-context'
import type { ImportSource } from '../state/importing'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { formatNumber } from '../ui/format'
import styles from './add-dialog.module.css'
import { addRows } from './add-drafts'
import { AddRow } from './add-row'
import { formErrors } from './article-form'
import { ColumnsDialog } from './columns-dialog'
import { ImportTables, type NamedTable } from './import-tables'
import { addLabel, failureHeading, failureText, leftOutText } from './import-words'
import { type Import, useImport } from './use-import'

/** With so few articles there is room to show all that is known of each. */
const FEW = 3

/** Shows what was read in files or a page, to be corrected and chosen before it becomes articles. */
export function AddDialog({ source, onClose }: { readonly source: ImportSource; readonly onClose: () => void }) {
  const app = useApp()
  const [columns, setColumns] = useState<ImportColumns | null>(() => app.status.get().settings.columns ?? null)
  const [mapping, setMapping] = useState<NamedTable | null>(null)
  const reading = useImport(source, columns)
  const [busy, setBusy] = useState(false)
  const { rows, failures, progress } = reading
  const chosen = rows.filter((row) => row.chosen)
  const wrong = chosen.some(({ form }) => Object.keys(formErrors(form)).length > 0)
  const add = async () => {
    setBusy(true)
    const added = await addRows(app, chosen, leftOutText(failures, rows.length - chosen.length))
    setBusy(false)
    if (added) onClose()
  }
  if (mapping) {
    return (
      <ColumnsDialog
        fileName={mapping.name}
        names={mapping.names}
        columns={mapping.columns}
        onBack={() => setMapping(null)}
        onChoose={(chosen) => {
          setMapping(null)
          setColumns(chosen)
          void app.act('settings.set', { columns: chosen })
        }}
      />
    )
  }
  const stop = () => (rows.length > 0 ? reading.cancel() : onClose())
  return (
    <Dialog
      title="Add articles"
      size="large"
      onClose={onClose}
      footer={
        <>
          {source.kind === 'page' && progress === null && rows.length === 0 && (
            <Button onPress={() => app.dialog.set({ kind: 'page', url: source.url })}>Another address…</Button>
          )}
          <Button onPress={progress === null ? onClose : stop}>
            {rows.length === 0 && progress === null ? 'Close' : 'Cancel'}
          </Button>
          {(rows.length > 0 || progress !== null) && (
            <Button
              look="primary"
              onPress={add}
              isBusy={busy}
              isDisabled={progress !== null || wrong || chosen.length === 0}
            >
              {progress === null ? addLabel(chosen) : 'Reading…'}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.content}>
        {progress !== null && <Reading source={source} progress={progress} />}
        {reading.cancelled && progress === null && (
          <p className={styles.lead} role="status">
            Reading was stopped. What had been read until then is here.
          </p>
        )}
        {failures.length > 0 && (
          <Failures failures={failures} read={rows.length} onMap={progress === null ? setMapping : null} />
        )}
        {progress === null && <ImportTables rows={rows} onMap={setMapping} />}
        {rows.length > 0 && (
          <ul className={styles.list}>
            {rows.map((row) => (
              <AddRow
                key={row.id}
                row={row}
                open={progress === null && rows.length <= FEW}
                onEdit={reading.edit}
                onChoose={reading.choose}
              />
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  )
}

function Reading({
  source,
  progress: { done, total, name },
}: {
  readonly source: ImportSource
  readonly progress: NonNullable<Import['progress']>
}) {
  const what = source.kind === 'page' ? 'Fetching the page…' : name === '' ? 'Reading…' : `Reading ${name}`
  return (
    <div className={styles.reading}>
      <p className={styles.lead}>
        <span className={styles.name} dir="auto">
          {what}
        </span>
        {total > 1 && <span>{`${formatNumber(done)} of ${formatNumber(total)}`}</span>}
      </p>
      <progress
        className={styles.progress}
        aria-label="Reading"
        max={Math.max(total, 1)}
        {...(total > 1 && { value: done })}
      />
    </div>
  )
}

type FailuresProps = {
  readonly failures: readonly ImportFailure[]
  readonly read: number
  /** Asks for the columns of a table; null while there is still something being read. */
  readonly onMap: ((table: NamedTable) => void) | null
}

function Failures({ failures, read, onMap }: FailuresProps) {
  const alone = failures.length === 1 && read === 0
  return (
    <section className={alone ? styles.alone : styles.failures} role="alert">
      {!alone && (
        <p className={styles.failed}>
          <CircleAlert size={16} aria-hidden="true" />
          {failureHeading(failures.length, read)}
        </p>
      )}
      <ul className={styles.reasons}>
        {failures.map((failure, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: failures are only ever added at the end, and names repeat
          <li key={i} dir="auto">
            {failureText(failure)}
            {failure.error.choices && onMap && (
              <Button
                onPress={() => onMap({ name: failure.name, names: failure.error.choices ?? [], columns: {} })}
              >{`Choose the columns of ${failure.name}…`}</Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
