import { Label, Radio, RadioGroup } from 'react-aria-components'
import styles from './choices.module.css'
import { classNames } from './class-names'

type ChoicesProps<T extends string> = {
  readonly label: string
  readonly value: T
  readonly onChange: (value: T) => void
  readonly options: readonly { readonly value: T; readonly label: string; readonly hint?: string }[]
  /** `bar` puts a few short words side by side; `list` gives each a line, with its hint. */
  readonly look: 'bar' | 'list'
}

/** One of a few: a radio group. */
export function Choices<T extends string>({ label, value, onChange, options, look }: ChoicesProps<T>) {
  const choose = (chosen: string) => {
    const option = options.find((one) => one.value === chosen)
    if (option) onChange(option.value)
  }
  return (
    <RadioGroup
      value={value}
      onChange={choose}
      orientation={look === 'bar' ? 'horizontal' : 'vertical'}
      className={styles.group ?? ''}
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      <div className={styles[look]}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className={classNames(styles.radio, styles[`${look}Radio`])}>
            {look === 'list' && <span className={styles.dot} />}
            <span>
              {option.label}
              {option.hint && <span className={styles.hint}>{option.hint}</span>}
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
