import {
  ChartNoAxesGantt,
  CircleAlert,
  Columns2,
  GitCompareArrows,
  History,
  Library,
  MessagesSquare,
  Scale,
  Search,
  Users,
  Waypoints,
} from 'lucide-react'
import { type ReactNode, useDeferredValue, useMemo } from 'react'
import { Button, GridList, GridListItem, Link, ListLayout, Virtualizer } from 'react-aria-components'
import type { Tag } from '#annotations/model/highlight'
import type { ArticleId } from '#annotations/model/ids'
import type { ArticleSummary } from '#contract/views'
import { startOfComparing } from '../commands/compare-commands'
import { runCommand } from '../commands/run'
import { sortArticles } from '../library/rows'
import { useApp } from '../state/app-context'
import { ANY_CONFLICT } from '../state/conflicts-route'
import { formatRoute, type Route } from '../state/route'
import { useStore } from '../state/store'
import { count, formatNumber, formatPublished, toCheckWords } from '../ui/format'
import { TAG_NAMES } from '../ui/tag-mark'
import styles from './sidebar.module.css'

const TAGS: readonly Tag[] = ['claim', 'attribution', 'denial']

/** The way between views, and to every article. */
export function Sidebar() {
  const app = useApp()
  const route = useStore(app.router.route, (value) => value)
  // Counts in a list may lag a moment behind; a highlight that is being drawn may not.
  const library = useDeferredValue(useStore(app.library.store, (value) => value))
  const articles = useMemo(
    () =>
      library.state === 'ready'
        ? sortArticles(library.articles.values(), { column: 'published', descending: true })
        : [],
    [library],
  )
  const shelf = useStore(app.lastLibrary, (value) => value)
  const search = useStore(app.search.last, (value) => value)
  const claims = useStore(app.claims.last, (value) => value)
  const conflicts = useStore(app.conflicts.store, (value) => (value.state === 'ready' ? value.rows.length : 0))
  const map = useStore(app.graph.lastMap, (value) => value)
  const timeline = useStore(app.graph.lastTimeline, (value) => value)
  const speakers = useStore(app.speakers.last, (value) => value)
  const agreement = useStore(app.agreement.last, (value) => value)
  const history = useStore(app.lastHistory, (value) => value)
  const current = route.view === 'article' ? route.id : null
  const toCheck = articles.reduce((sum, { orphans }) => sum + orphans, 0)
  return (
    <nav className={styles.sidebar} aria-label="Places">
      <Place to={shelf} here={route.view === 'library'} icon={<Library size={15} />}>
        Library
      </Place>
      <Place to={search} here={route.view === 'search'} icon={<Search size={15} />}>
        Search
      </Place>
      <Place to={claims} here={route.view === 'claims'} icon={<Scale size={15} />}>
        Claims
      </Place>
      <ComparePlace here={route.view === 'compare'} />
      <Place to={map} here={route.view === 'map'} icon={<Waypoints size={15} />}>
        Map
      </Place>
      <Place to={timeline} here={route.view === 'timeline'} icon={<ChartNoAxesGantt size={15} />}>
        Timeline
      </Place>
      <Place to={speakers} here={route.view === 'speakers'} icon={<MessagesSquare size={15} />}>
        Speakers
      </Place>
      <Place to={agreement} here={route.view === 'agreement'} icon={<Users size={15} />}>
        Agreement
      </Place>
      <Place to={history} here={route.view === 'history'} icon={<History size={15} />}>
        History
      </Place>
      {conflicts > 0 && (
        <Place to={ANY_CONFLICT} here={route.view === 'conflicts'} icon={<GitCompareArrows size={15} />}>
          {count(conflicts, 'conflict')} to decide
        </Place>
      )}
      {toCheck > 0 && (
        <Button className={styles.place ?? ''} onPress={() => runCommand(app, 'orphan.next')}>
          <CircleAlert size={15} />
          {toCheckWords(toCheck)}
        </Button>
      )}
      {articles.length > 0 && (
        <>
          <h2 className={styles.heading}>
            Articles <span>{formatNumber(articles.length)}</span>
          </h2>
          <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowSize: 68, gap: 1 }}>
            <GridList
              aria-label="Open an article"
              className={styles.list ?? ''}
              items={articles}
              dependencies={[current]}
              selectionMode="none"
              // Letters are the reader's shortcuts, also while the focus is still on the article that was just opened.
              disallowTypeAhead
              onAction={(id) => {
                const chosen = articles.find((summary) => summary.article.id === id)
                if (chosen) app.router.go({ view: 'article', id: chosen.article.id, highlight: null })
              }}
            >
              {(summary) => (
                <ArticleItem id={summary.article.id} summary={summary} here={summary.article.id === current} />
              )}
            </GridList>
          </Virtualizer>
        </>
      )}
    </nav>
  )
}

type PlaceProps = {
  readonly to: Route
  readonly here: boolean
  readonly icon: ReactNode
  readonly children: ReactNode
}

function Place({ to, here, icon, children }: PlaceProps) {
  return (
    <Link className={styles.place ?? ''} {...(here ? { 'aria-current': 'page' as const } : {})} href={formatRoute(to)}>
      {icon}
      {children}
    </Link>
  )
}

/** Leads to where its command does. By itself, for that depends on the passage that one is at, which changes with every step in a text. */
function ComparePlace({ here }: { readonly here: boolean }) {
  const app = useApp()
  const compared = useStore(app.comparing.last, (value) => value)
  useStore(app.reader.store, (value) => value)
  useStore(app.reader.active, (value) => value)
  return (
    <Place to={here ? compared : startOfComparing(app)} here={here} icon={<Columns2 size={15} />}>
      Compare
    </Place>
  )
}

/** React Aria knows items of a collection by their `id`. */
type ArticleItemProps = { readonly id: ArticleId; readonly summary: ArticleSummary; readonly here: boolean }

function ArticleItem({ id, summary: { article, counts }, here }: ArticleItemProps) {
  return (
    <GridListItem id={id} textValue={article.title} className={styles.article ?? ''} data-here={here || undefined}>
      <span className={styles.title} dir="auto">
        {article.title}
        {here && <span className="visually-hidden">, open now</span>}
      </span>
      <span className={styles.meta}>
        {article.publisher && (
          <span className={styles.publisher} dir="auto">
            {article.publisher}
          </span>
        )}
        {article.published && <span className={styles.date}>{formatPublished(article.published)}</span>}
        <span className={styles.counts}>
          {TAGS.map(
            (tag) =>
              counts[tag] > 0 && (
                <span key={tag} className={styles.count} data-tag={tag} title={count(counts[tag], TAG_NAMES[tag])}>
                  {/* Between thin spaces: one digit is too short to show whether its line is wavy. */}
                  {`\u2009${counts[tag]}\u2009`}
                </span>
              ),
          )}
        </span>
      </span>
    </GridListItem>
  )
}
