import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components'
import { type ArticleId, articleIdSchema } from '#annotations/model/ids'
import type { ArticleSummary } from '#contract/views'
import { Checkbox } from '../ui/checkbox'
import { Facts } from '../ui/facts'
import { formatPublished } from '../ui/format'
import styles from './article-checklist.module.css'

/** CSS px: a title and where it is from. */
const ROW = 48

type ArticleChecklistProps = {
  readonly label?: string
  readonly articles: readonly ArticleSummary[]
  readonly selected: ReadonlySet<ArticleId>
  readonly onChange: (selected: ReadonlySet<ArticleId>) => void
}

/** Articles to choose some of. Only those in view are drawn, so hundreds cost what ten do. */
export function ArticleChecklist({
  label = 'Articles to export',
  articles,
  selected,
  onChange,
}: ArticleChecklistProps) {
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: ROW }}>
      <GridList
        aria-label={label}
        className={styles.list ?? ''}
        items={articles}
        selectionMode="multiple"
        selectedKeys={selected}
        onSelectionChange={(keys) =>
          onChange(
            new Set(
              keys === 'all'
                ? articles.map(({ article }) => article.id)
                : Array.from(keys, (key) => articleIdSchema.parse(key)),
            ),
          )
        }
      >
        {({ article }) => (
          <GridListItem id={article.id} textValue={article.title} className={styles.item ?? ''}>
            <Checkbox slot="selection" />
            <span className={styles.title} dir="auto">
              {article.title}
            </span>
            <span className={styles.origin}>
              <Facts of={[article.publisher, article.published && formatPublished(article.published)]} />
            </span>
          </GridListItem>
        )}
      </GridList>
    </Virtualizer>
  )
}
