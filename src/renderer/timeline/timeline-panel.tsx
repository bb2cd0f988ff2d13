import { X } from 'lucide-react'
import { useId, useState } from 'react'
import type { DeskGraph } from '#annotations/graph/desk-graph'
import { PickBox } from '../bulk/pick-box'
import { OpenInReader } from '../figures/figure-panel'
import panel from '../figures/figure-panel.module.css'
import { PassageLine, PassageLink, PassageList } from '../figures/passage-link'
import { Button, IconButton } from '../ui/button'
import { count, formatNumber, formatPublished } from '../ui/format'
import { TagMark } from '../ui/tag-mark'
import type { Shown } from './shown'
import { paperOf, ROLE_NAMES, type StoryEvent } from './story-events'
import styles from './timeline-panel.module.css'

/** As many as one reads in one go. */
const MOST_AT_ONCE = 40

/** A story in its order, each passage a way into its article: the timeline for those who do not see it. */
export function StoryEvents({ events }: { readonly events: readonly StoryEvent[] }) {
  const heading = useId()
  const [most, setMost] = useState(MOST_AT_ONCE)
  return (
    <section aria-labelledby={heading} className={panel.details}>
      <h2 id={heading} className={styles.detailsTitle}>
        As it went
      </h2>
      <PassageList label="The story by date">
        {events.slice(0, most).map(({ role, passage, sources }, _at, list) => (
          <PassageLine
            key={`${role} ${passage.id}`}
            meta={
              <>
                <PickBox highlight={passage} list={list.map((event) => event.passage.id)} />
                <span className={styles.role} data-role={role}>
                  {ROLE_NAMES[role]}
                </span>
                <span>{passage.published === null ? 'No date' : formatPublished(passage.published)}</span>
                <bdi className={styles.paper} title={passage.articleTitle}>
                  {paperOf(passage)}
                </bdi>
              </>
            }
          >
            <PassageLink passage={passage} />
            {sources.map((source) => (
              <p key={source.id} className={styles.source}>
                <PassageLink passage={{ ...source, exact: source.speaker ?? source.exact }} />
              </p>
            ))}
          </PassageLine>
        ))}
      </PassageList>
      <More left={events.length - most} onMore={() => setMost(most + 10 * MOST_AT_ONCE)} />
    </section>
  )
}

type ArticleDetailsProps = {
  readonly graph: DeskGraph
  readonly shown: Shown
  readonly at: number
  /** The articles that stand on one mark with it, itself among them. */
  readonly stack: readonly number[]
  readonly onChoose: (at: number | null) => void
}

/** The article of a mark with the highlights that are shown of it. */
export function ArticleDetails({ graph, shown, at, stack, onChoose }: ArticleDetailsProps) {
  const heading = useId()
  const [most, setMost] = useState(MOST_AT_ONCE)
  const article = graph.articles[at]
  if (!article) return null
  const highlights = (shown.highlights.get(at) ?? []).flatMap((index) => graph.highlights[index] ?? [])
  return (
    <section aria-labelledby={heading} className={panel.details}>
      <div className={styles.articleHead}>
        <h2 id={heading} className={styles.articleTitle} dir={article.direction}>
          {article.title}
        </h2>
        <IconButton label="Close the article" onPress={() => onChoose(null)}>
          <X size={16} />
        </IconButton>
      </div>
      <p className={panel.meta}>
        <bdi>{article.publisher ?? 'No publisher'}</bdi>
        <span>{article.published === null ? 'No date' : formatPublished(article.published)}</span>
        {article.revisions > 1 && <span>{count(article.revisions, 'text')}</span>}
        <OpenInReader article={article.id} highlight={null} />
      </p>
      {stack.length > 1 && <Stack graph={graph} stack={stack} at={at} onChoose={onChoose} />}
      {highlights.length === 0 && <p className={panel.none}>No highlight of it is shown.</p>}
      <PassageList label={`Highlights of ${article.title}`}>
        {highlights.slice(0, most).map((highlight, _at, list) => (
          <PassageLine
            key={highlight.id}
            meta={
              <>
                <PickBox highlight={highlight} list={list.map(({ id }) => id)} />
                <TagMark tag={highlight.tag} />
                {highlight.speaker !== null && <bdi>{highlight.speaker}</bdi>}
              </>
            }
          >
            <PassageLink passage={{ ...highlight, articleId: article.id }} />
          </PassageLine>
        ))}
      </PassageList>
      <More left={highlights.length - most} onMore={() => setMost(most + 10 * MOST_AT_ONCE)} />
    </section>
  )
}

type StackProps = Pick<ArticleDetailsProps, 'graph' | 'stack' | 'at' | 'onChoose'>

function Stack({ graph, stack, at, onChoose }: StackProps) {
  const [most, setMost] = useState(MOST_AT_ONCE)
  return (
    <>
      <ul className={styles.stack} aria-label={`${stack.length} articles in this place`}>
        {stack.slice(0, most).map((index) => {
          const article = graph.articles[index]
          if (!article) return null
          return (
            <li key={article.id}>
              <button
                type="button"
                className={styles.stacked}
                aria-current={index === at || undefined}
                onClick={() => onChoose(index)}
              >
                <bdi>{article.title}</bdi>
              </button>
            </li>
          )
        })}
      </ul>
      <More left={stack.length - most} onMore={() => setMost(most + 10 * MOST_AT_ONCE)} />
    </>
  )
}

function More({ left, onMore }: { readonly left: number; readonly onMore: () => void }) {
  if (left <= 0) return null
  return (
    <Button look="quiet" onPress={onMore}>
      Show {formatNumber(Math.min(left, 10 * MOST_AT_ONCE))} more
    </Button>
  )
}
