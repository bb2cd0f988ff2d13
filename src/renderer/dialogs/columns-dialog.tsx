import { useId, useState } from 'react'
import type { ImportColumns } from '#contract/import-views'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import styles from './columns-dialog.module.css'
import form from './form.module.css'
import { COLUMN_FIELDS } from './import-words'

type ColumnsDialogProps = {
  readonly fileName: string
  readonly names: readonly string[]
  /** What they were taken for; nothing when their names did not tell. */
  readonly columns: Partial<ImportColumns>
  readonly onBack: () => void
  readonly onChoose: (columns: ImportColumns) => void
}

/** Asks what the columns of a table, or the keys of JSON objects, hold. */
export function ColumnsDialog({ fileName, names, columns, onBack, onChoose }: ColumnsDialogProps) {
  const [chosen, setChosen] = useState(columns)
  const { text } = chosen
  return (
    <Dialog
      title={`Columns of ${fileName}`}
      onClose={onBack}
      footer={
        <>
          <Button onPress={onBack}>Back</Button>
          <Button
            look="primary"
            isDisabled={text === undefined}
            onPress={() => text !== undefined && onChoose({ ...chosen, text })}
          >
            Read again
          </Button>
        </>
      }
    >
      <div className={form.form}>
        <p className={form.lead}>
          Say which column holds what. Only the text is needed. Crossread remembers it for tables with the same columns,
          and reads all files again.
        </p>
        {COLUMN_FIELDS.map(({ field, label }) => (
          <ColumnChoice
            key={field}
            label={label}
            names={names}
            value={chosen[field] ?? ''}
            onChange={(name) => setChosen(withColumn(chosen, field, name))}
          />
        ))}
      </div>
    </Dialog>
  )
}

type ColumnChoiceProps = {
  readonly label: string
  readonly names: readonly string[]
  readonly value: string
  readonly onChange: (name: string) => void
}

function ColumnChoice({ label, names, value, onChange }: ColumnChoiceProps) {
  const id = useId()
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <select id={id} className={styles.select} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">None</option>
        {names.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}

/** Without the key, rather than empty: an empty name is no column. */
function withColumn(columns: Partial<ImportColumns>, field: keyof ImportColumns, name: string): Partial<ImportColumns> {
  const { [field]: _old, ...rest } = columns
  return name === '' ? rest : { ...rest, [field]: name }
}
