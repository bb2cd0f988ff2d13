import { editVerdict } from '#annotations/changes/actions/verdict-actions'
import { claimRows } from '#annotations/dossiers/claim-row'
import { type Dossier, dossierOf } from '#annotations/dossiers/dossier'
import type { HighlightId } from '#annotations/model/ids'
import { fail, ok } from '#annotations/model/result'
import type { Desk } from '../desk'
import { briefsOf } from './briefs'
import { toDone } from './done'
import type { HandlersOf } from './handlers-of'

/** Stories across articles: every claim once, all that the desk knows of one, and the verdict on it. */
export function claimHandlers(desk: Desk): HandlersOf<'claim' | 'verdict'> {
  const { records } = desk
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
    'verdict.edit': async ({ claim, patch }) => toDone(await desk.act(editVerdict(claim, patch))),
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
