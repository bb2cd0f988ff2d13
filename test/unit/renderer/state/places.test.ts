import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CLAIM_ORDERS } from '#annotations/dossiers/arrange'
import { STANDINGS } from '#annotations/dossiers/claim-row'
import { paperPair } from '#annotations/dossiers/paper-pairs'
import { RATINGS } from '#annotations/model/verdict'
import { SPEAKER_ORDERS } from '#annotations/speakers/arrange'
import { ALL_CLAIMS, type ClaimsPlace, formatClaims, parseClaims } from '../../../../src/renderer/state/claims-route'
import {
  ANY_CONFLICT,
  type ConflictsPlace,
  formatConflicts,
  parseConflicts,
} from '../../../../src/renderer/state/conflicts-route'
import {
  ALL_SPEAKERS,
  formatSpeakers,
  parseSpeakers,
  type SpeakersPlace,
} from '../../../../src/renderer/state/speakers-route'
import { createSeededIds } from '../../../support/desk-generator'

const ids = createSeededIds(7)
const words = fc.string({ unit: 'grapheme' })
const highlight = fc.constantFrom(null, ids.highlight(), ids.highlight())
const search = (address: string) => address.split('?')[1] ?? ''

test('the claims as they are looked at survive their address', () => {
  const place = fc.record<ClaimsPlace>({
    view: fc.constant('claims'),
    filter: fc.subarray([...STANDINGS]),
    rating: fc.constantFrom(null, ...RATINGS),
    between: fc.constantFrom(null, paperPair('The Herald & Co', 'بی بی سی')),
    order: fc.constantFrom(...CLAIM_ORDERS),
    text: words,
    claim: highlight,
    line: highlight,
  })
  fc.assert(fc.property(place, (wanted) => void expect(parseClaims(search(formatClaims(wanted)))).toEqual(wanted)))
  expect(formatClaims(ALL_CLAIMS)).toBe('#/claims')
})

test('the speakers as they are looked at survive their address, with each who is chosen', () => {
  const place = fc.record<SpeakersPlace>({
    view: fc.constant('speakers'),
    order: fc.constantFrom(...SPEAKER_ORDERS),
    text: words,
    chosen: fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { maxLength: 20 }),
    line: highlight,
  })
  fc.assert(fc.property(place, (wanted) => void expect(parseSpeakers(search(formatSpeakers(wanted)))).toEqual(wanted)))
  expect(formatSpeakers(ALL_SPEAKERS)).toBe('#/speakers')
})

test('the conflicts that are chosen survive their address, the one that is shown first', () => {
  const some = Array.from({ length: 60 }, () => ids.conflict())
  const place = fc.record<ConflictsPlace>({
    view: fc.constant('conflicts'),
    chosen: fc.shuffledSubarray(some, { maxLength: 50 }),
  })
  fc.assert(
    fc.property(place, (wanted) => void expect(parseConflicts(search(formatConflicts(wanted)))).toEqual(wanted)),
  )
  expect(formatConflicts({ ...ANY_CONFLICT, chosen: some })).toBe(`#/conflicts?c=${some[0]}`)
  expect(parseConflicts('c=x,cfl_1')).toEqual(ANY_CONFLICT)
})

test('hundreds of speakers are no address: none is named, so that nobody merges but a part of them', () => {
  const chosen = Array.from({ length: 21 }, (_, at) => `Speaker ${at}`)
  expect(formatSpeakers({ ...ALL_SPEAKERS, chosen })).toBe('#/speakers')
})
