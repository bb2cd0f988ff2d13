import { useEffect, useMemo, useRef } from 'react'
import type { ClaimRow } from '#annotations/dossiers/claim-row'
import type { DeskGraph } from '#annotations/graph/desk-graph'
import { useDossier } from '../claims/use-dossier'
import { runCommand } from '../commands/run'
import figure from '../figures/figure.module.css'
import { FigureBody } from '../figures/figure-panel'
import panel from '../figures/figure-panel.module.css'
import { readPalette } from '../figures/palette'
import { renderPicture } from '../figures/render-picture'
import { type PictureKind, savePicture } from '../figures/save-figure'
import { useWidth } from '../library/use-width'
import { useApp } from '../state/app-context'
import { useStore } from '../state/store'
import { type TimelinePlace, WHOLE_TIMELINE } from '../state/timeline-route'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'
import { Failed, FailedPart } from '../ui/failed'
import { Loading } from '../ui/loading'
import { axisTicks } from './axis'
import { layOutLanes, type Mark } from './lanes'
import { extentOf, type Range } from './range'
import { drawScene, pxPerMs } from './scene'
import { indexOfArticle, litStory, shownOf } from './shown'
import { litRow, storiesToTell } from './stories'
import { type StoryEvent, storyClauses, storyEvents, storySentence } from './story-events'
import { StoryList } from './story-list'
import { TimelineBar } from './timeline-bar'
import { allMarks, TimelineChart, zoomAround } from './timeline-chart'
import { ArticleDetails, StoryEvents } from './timeline-panel'
import { TimelinePicture } from './timeline-picture'
import styles from './timeline-view.module.css'
import { useRange } from './use-range'

const ZOOM_STEP = 1.6
const FAILED = 'The timeline could not be drawn'
const NO_EVENTS: readonly StoryEvent[] = []
const NOWHERE: Range = { from: 0, to: 1 }

/** Articles by date in lanes by publisher, and a story across them: who said it first, who repeated it, who denied it. */
export function TimelineView() {
  const app = useApp()
  const place = useStore(app.router.route, (route) => (route.view === 'timeline' ? route : null))
  const graph = useStore(app.graph.store, (value) => value)
  const claims = useStore(app.claims.store, (value) => value)
  useEffect(() => app.graph.watch(), [app])
  useEffect(() => app.claims.watch(), [app])
  if (place === null) return null
  if (graph.state === 'failed') return <Failed title={FAILED} error={graph.error} onRetry={() => app.graph.load()} />
  if (claims.state === 'failed') return <Failed title={FAILED} error={claims.error} onRetry={() => app.claims.load()} />
  if (graph.state === 'loading' || claims.state === 'loading') {
    return (
      <Loading late title="Timeline">
        Putting the articles in order…
      </Loading>
    )
  }
  if (graph.value.articles.length === 0) return <NoArticles />
  return <Timeline graph={graph.value} rows={claims.value} place={place} />
}

function NoArticles() {
  const app = useApp()
  return (
    <Empty
      title="No articles yet"
      actions={<Button onPress={() => runCommand(app, 'view.library')}>Go to the library</Button>}
    >
      Articles will stand here by the day they were published, in a lane for each paper, with the links between their
      highlights.
    </Empty>
  )
}

type TimelineProps = {
  readonly graph: DeskGraph
  readonly rows: readonly ClaimRow[]
  readonly place: TimelinePlace
}

function Timeline({ graph, rows, place }: TimelineProps) {
  const app = useApp()
  const scroller = useRef<HTMLDivElement>(null)
  const width = useWidth(scroller)
  const stories = useMemo(() => storiesToTell(rows), [rows])
  const row = useMemo(() => litRow(stories, place.story), [stories, place.story])
  const { state: dossier, load } = useDossier(row?.id ?? null)
  const events = useMemo(() => (dossier.state === 'ready' ? storyEvents(dossier.value) : NO_EVENTS), [dossier])
  const lit = useMemo(() => (events.length === 0 ? null : litStory(graph, events)), [graph, events])
  const { tags, relations, publisher, only } = place
  const shown = useMemo(
    () => shownOf(graph, { tags, relations, publisher }, lit, only),
    [graph, tags, relations, publisher, lit, only],
  )
  const dated = useMemo(() => extentOf(shown.articles.flatMap(({ time }) => time ?? [])), [shown])
  const [range, onRange] = useRange(place, dated)
  const all = dated ?? NOWHERE
  const hasUndated = shown.articles.some(({ time }) => time === null)
  // Pushing a range changes its length by what floating point loses: the lanes stay as they are.
  const scale = Number(pxPerMs(range, width, hasUndated).toPrecision(9))
  const lanes = useMemo(
    () =>
      layOutLanes({
        articles: shown.articles,
        origin: all.from,
        pxPerMs: scale,
        apart: new Set(lit?.articles.keys()),
      }),
    [shown, all.from, scale, lit],
  )
  const clauses = useMemo(() => storyClauses(events), [events])
  // What is drawn stays until the next story is known: its words with it.
  const claim = events.find(({ role }) => role === 'first')?.passage.exact ?? null
  const at = indexOfArticle(graph, place.at)
  const stack = at === null ? [] : (allMarks(lanes).find(({ articles }) => articles.includes(at))?.articles ?? [at])

  const choose = (index: number | null) =>
    app.router.step({ ...place, at: index === null ? null : (graph.articles[index]?.id ?? null) })
  const onChoose = ({ articles }: Mark) => choose(at !== null && articles.includes(at) ? null : articles[0])
  const save = (kind: PictureKind) => {
    const scene = drawScene({ graph, shown, lanes, origin: all.from, range, width, lit, window: null, keep: null })
    const ticks = dated === null ? [] : axisTicks(range, scale, scene.plotEnd)
    const picture = <TimelinePicture scene={scene} ticks={ticks} claim={claim} sentence={storySentence(clauses)} />
    void savePicture(app, 'timeline', kind, renderPicture(picture, readPalette()))
  }
  return (
    <div className={figure.view}>
      <TimelineBar
        graph={graph}
        shown={shown}
        place={place}
        hasStory={row !== null}
        onZoom={(direction) => onRange(zoomAround(range, ZOOM_STEP ** direction, all))}
        onFit={() => onRange(null)}
        onSave={save}
      />
      <div className={styles.sentence} role="status" aria-label="The story in words">
        {claim !== null && clauses.length > 0 && (
          <>
            <p className={styles.claim} dir="auto">
              {claim}
            </p>
            <p className={styles.clauses}>
              {clauses.map(({ role, verb, rest }, index) => (
                <span key={role}>
                  <strong data-role={role}>{verb}</strong> <bdi>{rest}</bdi>
                  {index === clauses.length - 1 ? '.' : '; '}
                </span>
              ))}
            </p>
          </>
        )}
      </div>
      <FigureBody
        title="Stories"
        beside={
          <>
            {stories.length === 0 ? (
              <p className={panel.hint}>
                No story yet. Link claims with what repeats, denies or contradicts them: the timeline then shows who
                said it first.
              </p>
            ) : (
              <StoryList
                rows={stories}
                chosen={row?.id ?? null}
                onChoose={(story) =>
                  app.router.step({ ...place, story, at: null, only: place.only && story !== 'all' })
                }
              />
            )}
            {at !== null ? (
              <ArticleDetails key={at} graph={graph} shown={shown} at={at} stack={stack} onChoose={choose} />
            ) : dossier.state === 'failed' ? (
              <FailedPart className={panel.details} error={dossier.error} onRetry={load} />
            ) : (
              events.length > 0 && <StoryEvents key={row?.id} events={events} />
            )}
          </>
        }
      >
        {shown.articles.length === 0 ? (
          <Empty
            level={2}
            title="Nothing of this publisher is in the story"
            actions={<Button onPress={() => app.router.go(WHOLE_TIMELINE)}>Show every article</Button>}
          />
        ) : (
          <TimelineChart
            graph={graph}
            shown={shown}
            lanes={lanes}
            scale={scale}
            range={range}
            all={all}
            width={width}
            lit={lit}
            at={at}
            scroller={scroller}
            onRange={onRange}
            onChoose={onChoose}
          />
        )}
      </FigureBody>
    </div>
  )
}
