import { claimRows } from '#annotations/dossiers/claim-row'
import { type Dossier, dossierOf } from '#annotations/dossiers/dossier'
import type { HighlightId } from '#annotations/model/ids'
import { fail, ok } from '#annotations/model/result'
import type { Desk } from '../desk'
import { briefsOf } from './briefs'
import type { HandlersOf } from './handlers-of'

/** Stories across articles: every claim once, and all that the desk knows of one. */
export function claimHandlers({ records }: Desk): HandlersOf<'claim'> {
  return {
    'claim.list': () => ok(claimRows(records)),
    'claim.dossier'({ id }) {
      const dossier = dossierOf(records, id)
      if (!dossier) {
        return fail('not-found', 'This claim is not in the desk any more.', {
          next: 'It may have been removed or tagged anew in another window: undo brings it back.',
        })
      }
      return ok({ dossier, briefs: briefsOf(records, passagesIn(dossier)) })
    },
  }
}

function* passagesIn({ tellings, ties }: Dossier): Generator<HighlightId> {
  for (const { claim, sources } of tellings) {
    yield claim
    yield* sources
  }
  for (const { other, sources } of ties) {
    yield other
    yield* sources
  }
}
