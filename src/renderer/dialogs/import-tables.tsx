import type { ImportColumns, ImportTable } from '#contract/import-views'
import { Button } from '../ui/button'
import styles from './add-dialog.module.css'
import { columnsText } from './import-words'
import type { ImportRow } from './use-import'

/** A table whose columns are chosen: those that it was read with, or none yet. */
export type NamedTable = {
  readonly name: string
  readonly names: ImportTable['names']
  readonly columns: Partial<ImportColumns>
}

/** What the columns of each table were taken for, to be corrected. */
export function ImportTables({
  rows,
  onMap,
}: {
  readonly rows: readonly ImportRow[]
  readonly onMap: (table: NamedTable) => void
}) {
  return rows.map(({ id, table, draft }) => {
    if (!table) return null
    const name = draft.source.name ?? 'The table'
    return (
      <div key={id} className={styles.table}>
        <p className={styles.lead} dir="auto">{`${name}: ${columnsText(table.columns)}`}</p>
        <Button onPress={() => onMap({ name, ...table })}>{`Change the columns of ${name}…`}</Button>
      </div>
    )
  })
}
