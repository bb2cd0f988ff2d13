import { useEffect, useMemo } from 'react'
import type { Annotator } from '#annotations/agreement/compared'
import { TagChips } from '../figures/filter-chips'
import { type AgreementState, openDisagreements } from '../state/agreement'
import { ANY_AGREEMENT } from '../state/agreement-route'
import { useApp } from '../state/app-context'
import { useStore } from '../state/store'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'
import { Failed } from '../ui/failed'
import { count } from '../ui/format'
import { Loading } from '../ui/loading'
import { AgreementBar } from './agreement-bar'
import styles from './agreement-view.module.css'
import { chooseFile } from './choose-file'
import { DisagreementList } from './disagreement-list'
import { Numbers } from './numbers-table'
import { SideBySide } from './side-by-side'
import { nameOf } from './words'

/** How far annotators agree, in numbers and passage by passage, where a curator decides. */
export function AgreementView() {
  const app = useApp()
  const state = useStore(app.agreement.store, (value) => value)
  useEffect(() => app.agreement.watch(), [app])
  switch (state.state) {
    case 'loading':
      return <Loading title="Agreement">Counting how far the annotators agree…</Loading>
    case 'failed':
      return (
        <Failed title="The annotators could not be compared" error={state.error} onRetry={() => app.agreement.load()} />
      )
    case 'alone':
      return <Alone annotators={state.annotators} />
    case 'ready':
      return <Compared state={state} />
  }
}

function Alone({ annotators }: { readonly annotators: readonly Annotator[] }) {
  const app = useApp()
  const [only] = annotators
  return (
    <Empty
      title="It takes two to agree"
      actions={
        <Button look="primary" onPress={() => chooseFile(app)}>
          Compare with a file…
        </Button>
      }
    >
      <p className={styles.lesson}>
        {only === undefined
          ? 'Nobody has highlighted anything on this desk yet.'
          : `On this desk, only ${nameOf(only.name)} has highlighted anything.`}{' '}
        Let a colleague annotate the same articles: export this desk as Crossread JSON, and have it back from them when
        they are done.
      </p>
      <p>
        Their file is then held against this desk: how far you agree, tag by tag, and every passage on which you do not,
        side by side, for you to decide. Nothing is imported until you keep it.
      </p>
    </Empty>
  )
}

function Compared({ state }: { readonly state: Extract<AgreementState, { readonly state: 'ready' }> }) {
  const app = useApp()
  const place = useStore(app.router.route, (route) => (route.view === 'agreement' ? route : ANY_AGREEMENT))
  const { at, tags } = place
  const settled = useStore(app.agreement.settled, (value) => value)
  const { open, chosen } = useMemo(() => openDisagreements(state, settled, { at, tags }), [state, settled, at, tags])
  const { view, sides } = state
  const all = sides.length === 2 ? 'both' : `all ${sides.length}`
  return (
    <div className={styles.view}>
      <AgreementBar state={state} open={open.length} />
      {view.articles.length === 0 ? (
        <Empty level={2} title={`No article that ${all} annotated`}>
          {view.leftOut.length === 0
            ? `Annotators can be compared where ${all} highlighted something in the very same text.`
            : `${view.leftOut[0]?.title}: ${view.leftOut[0]?.why}`}
        </Empty>
      ) : (
        <>
          <Numbers view={view} />
          {view.disagreements.length === 0 || (chosen === null && tags.length === 0) ? (
            <Settled count={view.disagreements.length} />
          ) : (
            <div className={styles.body}>
              <div className={styles.aside}>
                <div className={styles.filter}>
                  <TagChips tags={tags} onChange={(next) => app.router.go({ ...place, tags: next, at: null })} />
                </div>
                {chosen && (
                  <DisagreementList
                    names={view.names}
                    disagreements={open}
                    chosen={chosen.id}
                    onChoose={(id) => app.router.step({ ...app.agreement.last.get(), at: id })}
                  />
                )}
              </div>
              {chosen ? (
                <SideBySide names={view.names} one={chosen} sides={sides} />
              ) : (
                <Empty
                  level={2}
                  title="No disagreement under these tags"
                  actions={<Button onPress={() => app.router.go({ ...place, tags: [] })}>Show every tag</Button>}
                >
                  A disagreement is listed under every tag that somebody gave the passage.
                </Empty>
              )}
            </div>
          )}
        </>
      )}
    </div>
  )
}

/** Nothing is left to decide, or never was. */
function Settled({ count: all }: { readonly count: number }) {
  const app = useApp()
  const settled = useStore(app.agreement.settled, (value) => value)
  return (
    <Empty
      level={2}
      title={all === 0 ? 'They agree on every highlight' : 'Every disagreement is decided'}
      actions={
        settled.size > 0 && (
          <Button onPress={() => app.agreement.settled.set(new Set())}>
            Show {count(all, 'disagreement')} left as they are
          </Button>
        )
      }
    >
      {all === 0
        ? 'Every highlight of one was made by the others too, with the same tag and the same ends.'
        : 'Those that you left as they are stay on the desk as they were.'}
    </Empty>
  )
}
