import type { Relation } from '../model/relation'

/** A link as it is authored: between the keys of two highlights. */
export type SampleLink = {
  readonly from: string
  readonly relation: Relation
  readonly to: string
  readonly note: string
}

/** From, to, and why where it is not plain. */
type Pair = readonly [from: string, to: string, note?: string]

const within: { readonly [R in Relation]?: readonly Pair[] } = {
  attributes: [
    ['wire.programme-source', 'wire.programme'],
    ['wire.secretariat', 'wire.withdrawn'],
    ['wire.official', 'wire.cancelled-late'],
    ['wire.airport', 'wire.landed'],
    ['wire.orsolo', 'wire.not-scheduled'],
    ['wire.corvan-ministry', 'wire.nothing-to-cancel'],
    ['wire.pask', 'wire.no-refusal'],
    ['wire.diplomats', 'wire.ten-minutes', 'One of the two.'],
    ['wire.third-source', 'wire.third'],
    ['courier.official', 'courier.invited'],
    ['courier.official-dinner', 'courier.twenty-minutes'],
    ['courier.dismisses', 'courier.no-rift'],
    ['courier.dismisses', 'courier.no-refusal'],
    ['courier.official-ferry', 'courier.ferry-back'],
    ['courier.official-ferry', 'courier.forty'],
    ['courier.pask', 'courier.invitation-received'],
    ['courier.ministry', 'courier.met-all'],
    ['courier.tveit', 'courier.losses'],
    ['herald.ministry', 'herald.never-planned'],
    ['herald.orsolo', 'herald.nothing-cancelled'],
    ['herald.source', 'herald.declined'],
    ['herald.orsolo-rejects', 'herald.no-bargain'],
    ['herald.orsolo-rejects', 'herald.no-licence'],
    ['herald.orsolo-concedes', 'herald.five-minutes'],
    ['herald.source-landing', 'herald.landed'],
    ['herald.tarsenia', 'herald.no-retaliation'],
    ['ledger.rehn', 'ledger.refused'],
    ['ledger.rehn-rally', 'ledger.on-time'],
    ['ledger.two-people', 'ledger.offer'],
    ['ledger.pask', 'ledger.offered-nothing'],
    ['ledger.plane-late-source', 'ledger.plane-late'],
    ['ledger.meridian', 'ledger.landed'],
    ['ledger.insider', 'ledger.pulled-out'],
    ['observer.ellery', 'observer.letters'],
    ['observer.ellery-added', 'observer.struck-out'],
    ['observer.statement', 'observer.pencilled'],
    ['observer.statement', 'observer.never-otherwise'],
    ['observer.log-source', 'observer.log'],
    ['observer.pask', 'observer.one-reason'],
    ['observer.guests', 'observer.twelve-minutes'],
    ['observer.guests', 'observer.invited'],
    ['observer.pask-said', 'observer.nothing-agreed'],
    ['observer.pask-said', 'observer.november'],
    ['observer.orsolo', 'observer.november', 'The second capital confirms it.'],
    ['observer.ellery-said', 'observer.nobody-heard'],
  ],
  denies: [
    ['wire.not-scheduled', 'wire.programme'],
    ['wire.nothing-to-cancel', 'wire.cancelled-late'],
    ['ledger.a-lie', 'ledger.offer'],
    ['ledger.offered-nothing', 'ledger.offer'],
  ],
  contradicts: [
    ['ledger.once', 'ledger.four-times'],
    ['wire.three-hours', 'wire.landed'],
  ],
  supports: [['observer.letters', 'observer.scheduled']],
  repeats: [['courier.no-refusal', 'courier.no-refusal-again', 'One paragraph, pasted twice.']],
}

const across: { readonly [R in Relation]: readonly Pair[] } = {
  attributes: [
    ['ledger.meridian', 'wire.landed', 'The Ledger names the wire as its source: this is what it refers to.'],
  ],
  denies: [
    ['herald.never-planned', 'courier.arranged'],
    ['herald.nothing-cancelled', 'courier.cancelled-late'],
    ['herald.nothing-cancelled', 'wire.cancelled-late'],
    ['herald.no-bargain', 'courier.ferry-back'],
    ['herald.no-licence', 'courier.forty'],
    ['herald.no-invitation', 'courier.invited', 'A flat denial by the side that is said to have made the invitation.'],
    ['herald.not-late', 'wire.three-hours'],
    ['herald.no-retaliation', 'wire.ferry-answer'],
    ['wire.no-refusal', 'ledger.refused', 'Said two days before the claim was printed: the rumour was older.'],
    ['courier.no-refusal', 'ledger.refused'],
    ['courier.no-concessions', 'ledger.offer'],
    ['observer.nobody-heard', 'ledger.refused', 'From the host, who takes neither side.'],
    ['observer.nothing-agreed', 'courier.ferry-back', 'Velmar’s spokesman takes back what Velmar’s official said.'],
    ['observer.figure-withdrawn', 'courier.forty'],
  ],
  contradicts: [
    ['courier.twenty-minutes', 'herald.five-minutes'],
    ['wire.ten-minutes', 'courier.twenty-minutes'],
    ['wire.landed', 'herald.landed', 'A record against a source: 15:10 or 14:20.'],
    ['courier.cancelled-late', 'ledger.on-time'],
    ['wire.suspended', 'courier.forty', 'Forty cannot be restored of thirty-one.'],
    ['courier.forty', 'observer.only-31'],
    ['herald.third', 'observer.twelve-percent', 'Both may be right: they count different fish.'],
    ['observer.letters', 'herald.declined', 'Confirmed in writing, or declined twice?'],
  ],
  supports: [
    ['observer.log', 'wire.landed', 'A second newsroom has seen the same record.'],
    ['observer.letters', 'wire.programme'],
    ['observer.struck-out', 'ledger.pulled-out', 'The insider was right about who, if not about why.'],
    ['herald.declined', 'ledger.refused', 'Corvany’s own source comes close to Rehn’s word.'],
    ['observer.invited', 'courier.invited', 'An invitation, yes, but without a month.'],
  ],
  repeats: [
    ['wire.not-held', 'herald.not-met'],
    ['wire.suspended', 'herald.suspended'],
    ['wire.third', 'herald.third'],
    ['wire.twelve', 'observer.twelve-percent'],
    ['wire.cancelled-late', 'courier.cancelled-late', 'Perhaps one and the same official.'],
    ['courier.losses', 'ledger.losses', 'The Ledger leaves out whose figure it is.'],
    ['wire.not-scheduled', 'herald.never-planned'],
  ],
  updates: [
    ['observer.pencilled', 'wire.not-scheduled', 'Friday: nothing scheduled. Sunday: pencilled in.'],
    ['observer.one-reason', 'courier.cancelled-late', 'From the reason to one reason among several.'],
    ['observer.november', 'wire.no-date'],
    ['observer.struck-out', 'wire.withdrawn', 'Now it is known which delegation asked.'],
    ['observer.twelve-minutes', 'wire.ten-minutes'],
  ],
  relates: [
    ['observer.never-otherwise', 'wire.not-scheduled', 'It denies having said what is quoted here word for word.'],
    ['observer.rehn-stands', 'ledger.refused'],
    ['ledger.comment', 'wire.landed', 'A rumour among the comments, beside the record.'],
    ['wire.official', 'courier.official', 'Perhaps the same person: then the two papers have one source, not two.'],
  ],
}

/** Every link of the worked annotation: first those inside one article, then those from paper to paper. */
export const sampleLinks: readonly SampleLink[] = [...flatten(within), ...flatten(across)]

function flatten(pairs: { readonly [R in Relation]?: readonly Pair[] }): SampleLink[] {
  const relations: readonly Relation[] = [
    'attributes',
    'denies',
    'contradicts',
    'supports',
    'repeats',
    'updates',
    'relates',
  ]
  return relations.flatMap((relation) =>
    (pairs[relation] ?? []).map(([from, to, note]) => ({ from, relation, to, note: note ?? '' })),
  )
}
