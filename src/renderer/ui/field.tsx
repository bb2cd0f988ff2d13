import type { ReactNode } from 'react'
import { FieldError, Input, Label, Text, TextArea, TextField, type TextFieldProps } from 'react-aria-components'
import { classNames } from './class-names'
import styles from './field.module.css'

type FieldProps = Omit<TextFieldProps, 'className' | 'style' | 'children' | 'isInvalid' | 'aria-label'> & {
  readonly label: string
  /** The label is read out but not drawn, where the place says it already. */
  readonly bare?: boolean
  readonly hint?: ReactNode
  /** The sentence that says what is wrong; null when nothing is. */
  readonly error?: string | null
  /** Lines of a text area; one line without it. */
  readonly rows?: number
  readonly placeholder?: string
}

/** A text field with its label, a hint, and a sentence when what it holds cannot be. */
export function Field({ label, bare = false, hint, error = null, rows, placeholder = '', ...props }: FieldProps) {
  const input = styles.input ?? ''
  return (
    <TextField {...props} isInvalid={error !== null} className={styles.field ?? ''}>
      <Label className={bare ? 'visually-hidden' : (styles.label ?? '')}>{label}</Label>
      {rows === undefined ? (
        <Input className={input} placeholder={placeholder} dir="auto" />
      ) : (
        <TextArea className={classNames(input, styles.area)} placeholder={placeholder} rows={rows} dir="auto" />
      )}
      {hint && (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
    </TextField>
  )
}
