import { Search, X } from 'lucide-react'
import { SearchField as AriaSearchField, Button, Input, type SearchFieldProps } from 'react-aria-components'
import { Keys } from './keys'
import styles from './search-field.module.css'

type Props = Omit<SearchFieldProps, 'className' | 'style' | 'children' | 'aria-label'> & {
  readonly label: string
  readonly placeholder: string
  readonly keys?: readonly string[] | null
  /** Marks the field that the "Find in articles" command goes to. */
  readonly findArticle?: boolean
  /** Marks the field that the "Search" command goes to. */
  readonly searchDesk?: boolean
}

/** A field that narrows a list down as one types; Escape and the cross empty it. */
export function SearchField({
  label,
  placeholder,
  keys = null,
  findArticle = false,
  searchDesk = false,
  ...props
}: Props) {
  return (
    <AriaSearchField {...props} aria-label={label} className={styles.field ?? ''}>
      <Search size={14} aria-hidden="true" className={styles.icon} />
      <Input
        className={styles.input ?? ''}
        placeholder={placeholder}
        dir="auto"
        data-find-article={findArticle || undefined}
        data-search-desk={searchDesk || undefined}
      />
      {keys && (
        <span className={styles.keys}>
          <Keys parts={keys} />
        </span>
      )}
      <Button className={styles.clear ?? ''} aria-label="Clear">
        <X size={14} />
      </Button>
    </AriaSearchField>
  )
}
