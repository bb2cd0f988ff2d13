import { ChevronDown } from 'lucide-react'
import { type RefObject, useContext, useEffect, useMemo, useRef, useState } from 'react'
import {
  Button,
  ComboBox,
  ComboBoxStateContext,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListLayout,
  Popover,
  Virtualizer,
} from 'react-aria-components'
import { type ArticleId, articleIdSchema } from '#annotations/model/ids'
import type { ArticleSummary } from '#contract/views'
import { useApp } from '../state/app-context'
import { type ComparePlace, withSide } from '../state/compare-route'
import type { OpenArticle } from '../state/open-article'
import { useStore } from '../state/store'
import { count, formatPublished } from '../ui/format'
import menu from '../ui/menu.module.css'
import styles from './article-choice.module.css'
import { keepOrder, linkedArticles, orderChoices } from './choices'
import type { Pane } from './pane'
import { useAnyReading } from './use-sides'

/** CSS px of a row, and what the list is higher than its rows; a half row says that there are more. */
const ROW = 48
const EDGE = 10
const MOST_ROWS = 7.5

type ArticleChoiceProps = {
  readonly label: string
  readonly place: ComparePlace
  readonly side: number
  readonly panes: readonly Pane[]
  readonly articles: readonly (OpenArticle | null)[]
}

/** Which article a side shows. Those that have most links with the others lead; once the list is open, all stay where they are. */
export function ArticleChoice({ label, place, side, panes, articles }: ArticleChoiceProps) {
  const app = useApp()
  const library = useStore(app.library.store, (value) => value)
  const others = useMemo(() => articles.filter((_, at) => at !== side), [articles, side])
  const links = useMemo(() => linkedArticles(others), [others])
  const ordered = useMemo(
    () => (library.state === 'ready' ? orderChoices(library.articles.values(), links, besideOf(others)) : []),
    [library, links, others],
  )
  const [stood, setStood] = useState<readonly ArticleId[] | null>(null)
  const choices = useMemo(() => (stood === null ? ordered : keepOrder(ordered, stood)), [ordered, stood])
  const isReading = useAnyReading(panes)
  const input = useRef<HTMLInputElement>(null)
  const chosen = place.sides[side]?.id ?? null
  const choose = (key: unknown) => {
    const id = articleIdSchema.safeParse(key)
    if (id.success && id.data !== chosen) app.router.go(withSide(place, side, { id: id.data, highlight: null }))
  }
  return (
    <ComboBox
      className={styles.choice ?? ''}
      value={chosen}
      onChange={choose}
      defaultItems={choices}
      onOpenChange={(isOpen) => setStood(isOpen ? ordered.map(({ article }) => article.id) : null)}
      menuTrigger="input"
      allowsEmptyCollection
    >
      <Label className="visually-hidden">{label}</Label>
      <ChoiceInput input={input} isReading={isReading} />
      <Button className={styles.open ?? ''} aria-label="Show articles">
        <ChevronDown size={14} aria-hidden="true" />
      </Button>
      <Popover className={menu.popover ?? ''} placement="bottom start">
        <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: ROW }}>
          <ListBox<ArticleSummary>
            className={styles.choices ?? ''}
            dependencies={[links]}
            style={{ blockSize: Math.min(MOST_ROWS, Math.max(2, choices.length)) * ROW + EDGE }}
            renderEmptyState={() => <p className={styles.none}>No article has these words in its title.</p>}
          >
            {(summary) => (
              <Choice id={summary.article.id} summary={summary} links={links.get(summary.article.id) ?? 0} />
            )}
          </ListBox>
        </Virtualizer>
      </Popover>
    </ComboBox>
  )
}

function besideOf(others: readonly (OpenArticle | null)[]): ReadonlySet<ArticleId> {
  return new Set(others.flatMap((shown) => (shown ? [shown.article.id] : [])))
}

type ChoiceInputProps = { readonly input: RefObject<HTMLInputElement | null>; readonly isReading: boolean }

/**
 * A click shows what there is to choose, and whatever is typed replaces the title that stands there. How many links there are is known
 * when the articles beside it have been read: the list waits for that.
 */
function ChoiceInput({ input, isReading }: ChoiceInputProps) {
  const state = useContext(ComboBoxStateContext)
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    if (!asked || isReading) return
    setAsked(false)
    if (document.activeElement === input.current) state?.open(null, 'manual')
  }, [asked, isReading, input, state])
  return (
    <Input
      ref={input}
      className={styles.input ?? ''}
      data-choose-article=""
      placeholder="Choose an article"
      dir="auto"
      title={input.current?.value}
      onClick={() => {
        if (state?.isOpen) return
        input.current?.select()
        setAsked(true)
      }}
    />
  )
}

/** React Aria knows items of a collection by their `id`. */
type ChoiceProps = { readonly id: ArticleId; readonly summary: ArticleSummary; readonly links: number }

function Choice({ id, summary: { article }, links }: ChoiceProps) {
  return (
    <ListBoxItem id={id} textValue={article.title} className={styles.option ?? ''}>
      <span className={styles.title} dir="auto">
        {article.title}
      </span>
      <span className={styles.facts}>
        {article.publisher && <bdi className={styles.paper}>{article.publisher}</bdi>}
        {article.published && <span>{formatPublished(article.published)}</span>}
        {links > 0 && <span className={styles.links}>{count(links, 'link')}</span>}
      </span>
    </ListBoxItem>
  )
}
