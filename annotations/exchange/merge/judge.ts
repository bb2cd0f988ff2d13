import { bareOf, type Past, type RecordKind } from './past'
import { sameValue } from './same-value'

/**
 * How a record of a file stands to the desk's: `new`; the `same`; an `older` state, that the desk went on from; a `newer` one,
 * which the other went on to; `waiting`, for it is to be decided since an earlier merge; `removed` here and unchanged there; `revived`: removed here and changed there; else a `conflict`.
 */
export type Standing = 'new' | 'same' | 'older' | 'newer' | 'waiting' | 'removed' | 'revived' | 'conflict'

export function judge(past: Past, kind: RecordKind, id: string, ours: object | undefined, theirs: object): Standing {
  if (ours === undefined) {
    if (!past.wasRemoved(kind, id)) return 'new'
    return past.wasHere(kind, id, theirs) ? 'removed' : 'revived'
  }
  const isSame = sameValue(bareOf(kind, ours), bareOf(kind, theirs))
  if (past.waits?.(kind, id, isSame ? null : theirs)) return 'waiting'
  if (isSame) return 'same'
  if (past.wasHere(kind, id, theirs)) return 'older'
  return past.wasThere(kind, id, ours) ? 'newer' : 'conflict'
}
