import type { RecordsView } from '../changes/records'
import type { Part } from '../dossiers/dossier'
import type { Article } from '../model/article'
import { type Highlight, speakerOf } from '../model/highlight'
import type { HighlightId } from '../model/ids'
import type { Rating } from '../model/verdict'
import type { SpeakerDirectory } from '../speakers/directory'
import { fold } from '../text/fold'
import { shortened } from '../text/shortened'
import { type Line, type Run, say, theirs } from './document'

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

export const RATING_WORDS: { readonly [R in Rating]: string } = {
  unchecked: 'Unchecked',
  supported: 'Supported',
  disputed: 'Disputed',
  false: 'False',
  unprovable: 'Unprovable',
}

/** "4 May 2023" of a day or a moment of ISO 8601, as it is written there. */
export function dayWords(moment: string): string {
  return day.format(new Date(`${moment.slice(0, 10)}T00:00:00Z`))
}

/** "4 May 2023, 09:30 UTC" of a moment in UTC: whoever reads it may be anywhere. */
export function momentWords(moment: string): string {
  return `${dayWords(moment)}, ${moment.slice(11, 16)} UTC`
}

export type Known = { readonly records: RecordsView; readonly names: SpeakerDirectory }

/** UTF-16 units of the words that stand for a speaker nobody named. */
const MOST_CUE = 60

/** The names that attributions give, each once, in their order; their own words where they give none. */
export function sayers({ records, names: { nameOf } }: Known, sources: readonly HighlightId[]): string[] {
  const names = new Map<string, string>()
  for (const id of sources) {
    const highlight = records.highlights.get(id)
    if (!highlight) continue
    const typed = speakerOf(highlight)
    const name = typed === null ? null : nameOf(typed)
    const words = name ?? `“${shortened(highlight.anchor.quote.exact, MOST_CUE)}”`
    if (!names.has(fold(words))) names.set(fold(words), words)
  }
  return [...names.values()]
}

/** "Herald, 4 May 2023 [3]": where and when a passage was printed, with the number of its source. */
export function placeLine(article: Article | undefined, source: number): Line {
  const when = article?.published ? `, ${dayWords(article.published)}` : ', undated'
  return [theirs(article?.publisher ?? article?.title ?? 'an unknown paper'), say(`${when} `), sourceRun(source)]
}

function sourceRun(source: number): Run {
  return { text: `[${source}]`, to: sourceName(source), look: 'quiet' }
}

export function sourceName(source: number): string {
  return `source-${source}`
}

/** What a link says of a claim, in words: who, where and when. */
export function tieLine(part: Part, who: readonly string[], where: Line): Line {
  const { verb, joint } = TIES[part]
  const named = who.length === 0 ? [] : listed(who)
  if (part === 'denied-by')
    return [
      { text: 'Denied', look: 'strong' },
      ...(named.length > 0 ? [say(' by '), ...named] : []),
      say(' in '),
      ...where,
    ]
  return [
    { text: verb, look: 'strong' },
    say(` ${joint} `),
    ...where,
    ...(named.length > 0 ? [say(', according to '), ...named] : []),
  ]
}

const TIES: { readonly [P in Part]: { readonly verb: string; readonly joint: string } } = {
  'denied-by': { verb: 'Denied', joint: 'in' },
  contradicts: { verb: 'Contradicted', joint: 'in' },
  'supported-by': { verb: 'Supported', joint: 'in' },
  'updated-by': { verb: 'Updated', joint: 'in' },
  updates: { verb: 'Updates', joint: 'what was printed in' },
  supports: { verb: 'Supports', joint: 'what was printed in' },
  denies: { verb: 'Denies', joint: 'what was printed in' },
  relates: { verb: 'Related', joint: 'to a passage in' },
}

/** Who a paper says it from. */
export function tellingLine(where: Line, who: readonly string[], saidFirst: boolean): Line {
  const words = who.length > 0 ? [say(' attributes it to '), ...listed(who)] : [say(' prints it on its own word')]
  return [...where, ...words, ...(saidFirst ? [say(' · '), { text: 'said first', look: 'strong' } as const] : [])]
}

/** "A, B and C". */
export function listed(names: readonly string[]): Line {
  return names.flatMap((name, at) => [
    ...(at === 0 ? [] : [say(at === names.length - 1 ? ' and ' : ', ')]),
    theirs(name),
  ])
}

/** "by Ana, 4 May 2023". */
export function byLine({ annotator, modified }: Pick<Highlight, 'annotator' | 'modified'>): Line {
  return [say('by '), theirs(annotator || 'somebody unnamed'), say(`, ${dayWords(modified)}`)]
}
