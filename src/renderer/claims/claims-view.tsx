import { useDeferredValue, useEffect, useMemo } from 'react'
import { filterClaims, sortClaims } from '#annotations/dossiers/arrange'
import type { ClaimRow } from '#annotations/dossiers/claim-row'
import type { HighlightId } from '#annotations/model/ids'
import { runCommand } from '../commands/run'
import { useApp } from '../state/app-context'
import { ALL_CLAIMS, type ClaimsPlace } from '../state/claims-route'
import { useStore } from '../state/store'
import { useMissing } from '../state/use-missing'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'
import { Failed } from '../ui/failed'
import { focusFilter } from '../ui/focus-filter'
import { Loading } from '../ui/loading'
import { ClaimList } from './claim-list'
import { ClaimsBar } from './claims-bar'
import styles from './claims-view.module.css'
import { DossierPane } from './dossier-pane'

/** Every claim of the desk with its dossier: who says it, who denies it, what stands against it and for it, what came later. */
export function ClaimsView() {
  const app = useApp()
  const place = useStore(app.router.route, (route) => (route.view === 'claims' ? route : null))
  const state = useStore(app.claims.store, (value) => value)
  useEffect(() => app.claims.watch(), [app])
  if (place === null) return null
  switch (state.state) {
    case 'loading':
      return <Loading title="Claims">Putting the claims together…</Loading>
    case 'failed':
      return <Failed title="The claims could not be listed" error={state.error} onRetry={() => app.claims.load()} />
    case 'ready':
      return state.value.length === 0 ? <NoClaims /> : <Claims rows={state.value} place={place} />
  }
}

function NoClaims() {
  const app = useApp()
  return (
    <Empty
      title="No claims yet"
      actions={<Button onPress={() => runCommand(app, 'view.library')}>Go to the library</Button>}
    >
      Select a passage of an article and tag it as a claim: it will be listed here with who says it, who denies it, and
      what came later.
    </Empty>
  )
}

function Claims({ rows, place }: { readonly rows: readonly ClaimRow[]; readonly place: ClaimsPlace }) {
  const app = useApp()
  // The field shows each letter at once; the list follows when it can.
  const { filter, rating, between, order, text } = useDeferredValue(place)
  const shown = useMemo(
    () => sortClaims(filterClaims(rows, { standings: filter, rating, between, text }), order),
    [rows, filter, rating, between, text, order],
  )
  // A claim that was chosen stays open when its verdict takes it out of what is shown.
  const chosen = useMemo(() => rowWith(rows, place.claim) ?? shown[0], [rows, shown, place.claim])
  useMissing('The claim', place.claim, rowWith(rows, place.claim) !== undefined)
  return (
    <div className={styles.view}>
      <ClaimsBar rows={rows} shown={shown.length} place={place} />
      {chosen === undefined || shown.length === 0 ? (
        <Empty
          level={2}
          title="No claim stands like this"
          actions={
            <Button
              onPress={() => {
                focusFilter()
                app.router.go({ ...ALL_CLAIMS, order: place.order })
              }}
            >
              Show every claim
            </Button>
          }
        >
          A claim is listed when it stands in every way that is chosen, and every word is in its passages, its papers,
          or the names of who says or denies it.
        </Empty>
      ) : (
        <div className={styles.body}>
          <ClaimList
            rows={shown}
            chosen={chosen.id}
            onChoose={(claim) => app.router.step({ ...place, claim, line: null })}
            autoFocus={place.line === null}
          />
          <DossierPane key={chosen.id} row={chosen} place={place} />
        </div>
      )}
      <p className="visually-hidden" role="status">
        {filter.length === 0 && rating === null && between === null && text.trim() === ''
          ? ''
          : `${shown.length} of ${rows.length} claims match.`}
      </p>
    </div>
  )
}

function rowWith(rows: readonly ClaimRow[], claim: HighlightId | null): ClaimRow | undefined {
  if (claim === null) return undefined
  return rows.find((row) => row.id === claim || row.others.some(({ id }) => id === claim))
}
