import { useId } from 'react'
import type { ClaimRow } from '#annotations/dossiers/claim-row'
import { PARTS, type Part } from '#annotations/dossiers/dossier'
import type { HighlightId } from '#annotations/model/ids'
import type { ClaimDossier, HighlightBrief } from '#contract/views'
import { useApp } from '../state/app-context'
import type { ClaimsPlace } from '../state/claims-route'
import { Button } from '../ui/button'
import { FailedPart } from '../ui/failed'
import { count } from '../ui/format'
import { Loading } from '../ui/loading'
import styles from './dossier-pane.module.css'
import { Lines, type PassageLine } from './passage-lines'
import { useDossier } from './use-dossier'
import { useReturn } from './use-return'
import { VerdictForm } from './verdict-form'
import { PART_NAMES, STANDING_NAMES } from './words'

/** All that the desk knows of one story, each passage a way into its article. */
export function DossierPane({ row, place }: { readonly row: ClaimRow; readonly place: ClaimsPlace }) {
  const app = useApp()
  const heading = useId()
  const { state, load } = useDossier(row.id)
  useReturn(place.line, state.state === 'ready')
  return (
    <section className={styles.pane} aria-labelledby={heading} tabIndex={-1} data-dossier>
      <header className={styles.head}>
        <h2 id={heading} className={styles.words} dir="auto">
          {row.exact}
        </h2>
        <div className={styles.underWords}>
          <p className={styles.standings}>
            {[count(row.papers.length, 'paper'), ...row.standings.map((standing) => STANDING_NAMES[standing])].join(
              ' · ',
            )}
          </p>
          <Button look="quiet" onPress={() => app.dialog.set({ kind: 'report', claim: row.id })}>
            Report on this claim…
          </Button>
        </div>
      </header>
      {state.state === 'loading' && <Loading>Putting the dossier together…</Loading>}
      {state.state === 'failed' && <FailedPart className={styles.failed} error={state.error} onRetry={load} />}
      {state.state === 'ready' && <Parts {...state.value} place={place} />}
    </section>
  )
}

function Parts({ dossier, briefs, place }: ClaimDossier & { readonly place: ClaimsPlace }) {
  const app = useApp()
  const byId = new Map(briefs.map((brief) => [brief.id, brief]))
  const lineOf = (id: HighlightId, sources: readonly HighlightId[], notes: readonly string[] = []): PassageLine[] => {
    const passage = byId.get(id)
    return passage ? [{ passage, sources: present(byId, sources), notes }] : []
  }
  const told = dossier.tellings.flatMap(({ claim, sources }) => lineOf(claim, sources))
  const tied = (part: Part) =>
    dossier.ties.flatMap((tie) => (tie.part === part ? lineOf(tie.other, tie.sources, tie.notes) : []))
  return (
    <>
      {/* Whoever is about to judge a claim keeps it before them, wherever its verdict moves it in the list. */}
      <div onFocusCapture={() => app.router.note({ ...place, claim: dossier.id })}>
        <VerdictForm claim={dossier.id} verdicts={dossier.verdicts} />
      </div>
      <Lines
        name={told.length > 1 ? 'Told by' : 'Told once'}
        lines={told}
        claim={byId.get(dossier.id)}
        place={place}
        first
      />
      {PARTS.map((part) => (
        <Lines key={part} name={PART_NAMES[part]} lines={tied(part)} claim={byId.get(dossier.id)} place={place} />
      ))}
      {dossier.ties.length === 0 && (
        <p className={styles.nothing}>
          Nothing denies, contradicts, supports or updates this claim yet. To link it, open its passage and press{' '}
          <kbd className={styles.key}>L</kbd>.
        </p>
      )}
    </>
  )
}

function present(byId: ReadonlyMap<HighlightId, HighlightBrief>, ids: readonly HighlightId[]): HighlightBrief[] {
  return ids.flatMap((id) => byId.get(id) ?? [])
}
