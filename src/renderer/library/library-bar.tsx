import type { ArticleId } from '#annotations/model/ids'
import type { ArticleSummary } from '#contract/views'
import { runCommand } from '../commands/run'
import { useApp } from '../state/app-context'
import type { LibraryPlace } from '../state/library-route'
import { Button } from '../ui/button'
import { count, formatNumber } from '../ui/format'
import { SearchField } from '../ui/search-field'
import { AddButtons } from './add-buttons'
import styles from './library-view.module.css'

type LibraryBarProps = {
  readonly shown: number
  readonly total: number
  readonly place: LibraryPlace
  readonly chosen: readonly ArticleSummary[]
  readonly onRemove: (ids: readonly ArticleId[]) => void
}

/** Above the table: the filter, and what can be done with the articles that are selected, or else how to add more. */
export function LibraryBar({ shown, total, place, chosen, onRemove }: LibraryBarProps) {
  const app = useApp()
  return (
    <div className={styles.bar}>
      <div className={styles.heading}>
        <h1 className={styles.title}>Library</h1>
        <span className={styles.total}>
          {shown === total ? count(total, 'article') : `${formatNumber(shown)} of ${count(total, 'article')}`}
        </span>
      </div>
      {chosen.length > 0 ? (
        <div className={styles.actions}>
          <span className={styles.selected}>{formatNumber(chosen.length)} selected</span>
          <Button onPress={() => runCommand(app, 'desk.export')}>Export…</Button>
          <Button look="danger" onPress={() => onRemove(chosen.map(({ article }) => article.id))}>
            Remove
          </Button>
          <Button look="quiet" onPress={() => app.router.note({ ...place, selected: [] })}>
            Deselect
          </Button>
        </div>
      ) : (
        <div className={styles.actions}>
          <AddButtons />
        </div>
      )}
      <div className={styles.filter}>
        <SearchField
          label="Filter articles"
          placeholder="Filter by title, publisher, byline or language"
          keys={['/']}
          findArticle
          value={place.text}
          onChange={(value) => app.router.step({ ...place, text: value })}
        />
      </div>
    </div>
  )
}
