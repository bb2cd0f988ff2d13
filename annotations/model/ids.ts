import { z } from 'zod'

/** Crockford's base 32, lower case: no i, l, o or u, so that an id can be read aloud. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const TIME_CHARS = 10
const RANDOM_CHARS = 16

const prefixed = (prefix: string) => z.string().regex(new RegExp(`^${prefix}_[0-9a-hjkmnp-tv-z]{26}$`))

export const deskIdSchema = prefixed('dsk').brand<'DeskId'>()
export const articleIdSchema = prefixed('art').brand<'ArticleId'>()
export const revisionIdSchema = prefixed('rev').brand<'RevisionId'>()
export const highlightIdSchema = prefixed('hl').brand<'HighlightId'>()
export const linkIdSchema = prefixed('lnk').brand<'LinkId'>()
export const speakerIdSchema = prefixed('spk').brand<'SpeakerId'>()
export const conflictIdSchema = prefixed('cfl').brand<'ConflictId'>()
export const changeSetIdSchema = prefixed('chg').brand<'ChangeSetId'>()

export type DeskId = z.infer<typeof deskIdSchema>
export type ArticleId = z.infer<typeof articleIdSchema>
export type RevisionId = z.infer<typeof revisionIdSchema>
export type HighlightId = z.infer<typeof highlightIdSchema>
export type LinkId = z.infer<typeof linkIdSchema>
export type SpeakerId = z.infer<typeof speakerIdSchema>
export type ConflictId = z.infer<typeof conflictIdSchema>
export type ChangeSetId = z.infer<typeof changeSetIdSchema>

/** Makes new ids. Passed in wherever records are made, so that tests choose them. */
export type IdSource = {
  readonly desk: () => DeskId
  readonly article: () => ArticleId
  readonly revision: () => RevisionId
  readonly highlight: () => HighlightId
  readonly link: () => LinkId
  readonly speaker: () => SpeakerId
  readonly conflict: () => ConflictId
  readonly changeSet: () => ChangeSetId
}

/**
 * An id source whose ids sort by the time they were made, as in the ULID specification (github.com/ulid/spec): 48 bits of
 * milliseconds, then 80 random bits, which count up within one millisecond so that ids of one burst keep their order.
 *
 * @param now milliseconds since the Unix epoch
 * @param random fills an array with random bytes, e.g. `crypto.getRandomValues`
 */
export function createIdSource(now: () => number, random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): IdSource {
  let lastTime = -1
  let digits: number[] = []
  const next = (): string => {
    const time = Math.max(now(), lastTime)
    digits =
      time === lastTime ? increment(digits) : Array.from(random(new Uint8Array(RANDOM_CHARS)), (byte) => byte & 31)
    lastTime = time
    return encodeTime(time) + digits.map((digit) => ALPHABET[digit]).join('')
  }
  return {
    desk: () => deskIdSchema.parse(`dsk_${next()}`),
    article: () => articleIdSchema.parse(`art_${next()}`),
    revision: () => revisionIdSchema.parse(`rev_${next()}`),
    highlight: () => highlightIdSchema.parse(`hl_${next()}`),
    link: () => linkIdSchema.parse(`lnk_${next()}`),
    speaker: () => speakerIdSchema.parse(`spk_${next()}`),
    conflict: () => conflictIdSchema.parse(`cfl_${next()}`),
    changeSet: () => changeSetIdSchema.parse(`chg_${next()}`),
  }
}

function encodeTime(milliseconds: number): string {
  let rest = milliseconds
  let out = ''
  for (let i = 0; i < TIME_CHARS; i++) {
    out = ALPHABET.charAt(rest % 32) + out
    rest = Math.floor(rest / 32)
  }
  return out
}

function increment(digits: readonly number[]): number[] {
  const next = [...digits]
  for (let i = next.length - 1; i >= 0; i--) {
    const value = (next[i] ?? 0) + 1
    next[i] = value % 32
    if (value < 32) return next
  }
  return next
}
