import type { RecordsView } from '../changes/records'
import { compareDates, compareTold, publishedOf } from '../dossiers/stories'
import { type Highlight, speakerOf } from '../model/highlight'
import type { HighlightId, SpeakerId } from '../model/ids'
import type { Speaker } from '../model/speaker'
import { fold } from '../text/fold'
import { type SpeakerDirectory, speakerDirectory } from './directory'

/** One line of the list of speakers: everyone whom an attribution names, and what they are cited with. */
export type SpeakerRow = {
  /** Means this speaker as long as they exist: the record's id, or the wording. */
  readonly key: string
  /** Null when nothing was decided of them. */
  readonly id: SpeakerId | null
  readonly name: string
  /** As they were typed, the most often used first; one that is typed no more has no uses. */
  readonly wordings: readonly { readonly text: string; readonly uses: number }[]
  readonly attributions: number
  readonly claims: number
  readonly denials: number
  /** Publishers, or titles where an article names none, in the order they cite them. */
  readonly papers: readonly string[]
  /** When they were cited first and last: as articles have it, null when unknown. */
  readonly first: string | null
  readonly latest: string | null
  readonly note: string
}

/** What a speaker is cited with. `answers` are the claims that a denial denies. */
export type Said = {
  readonly passage: HighlightId
  readonly sources: readonly HighlightId[]
  readonly answers: readonly HighlightId[]
}

/** All that the desk knows of one speaker; each list in the order it was told. `cited`: attributions that lead to no passage yet. */
export type SpeakerDossier = {
  readonly row: SpeakerRow
  readonly claims: readonly Said[]
  readonly denials: readonly Said[]
  readonly cited: readonly Said[]
}

/** Everyone who is cited, in no promised order. */
export function speakerRows(records: RecordsView): SpeakerRow[] {
  const directory = speakerDirectory(records.speakers.values())
  return Array.from(attributionsBy(records, directory), ([, own]) => rowOf(records, directory, own))
}

/** Of the speaker whom a key or any of their wordings means; null when nobody cites them. */
export function speakerDossier(records: RecordsView, key: string): SpeakerDossier | null {
  const directory = speakerDirectory(records.speakers.values())
  const recorded = [...records.speakers.values()].find(({ id }) => id === key)
  const own = attributionsBy(records, directory).get(directory.keyOf(recorded?.name ?? key))
  if (!own) return null
  const said = saidBy(records, own)
  const linked = new Set(said.flatMap(({ sources }) => sources))
  const of = (tag: Highlight['tag']) => said.filter(({ passage }) => records.highlights.get(passage)?.tag === tag)
  return {
    row: rowOf(records, directory, own),
    claims: of('claim'),
    denials: of('denial'),
    cited: own.filter(({ id }) => !linked.has(id)).map(({ id }) => ({ passage: id, sources: [], answers: [] })),
  }
}

type Attribution = Highlight & { readonly tag: 'attribution'; readonly speaker: string }

/** By speaker; each list in the order it was told. */
function attributionsBy(
  records: RecordsView,
  { keyOf }: SpeakerDirectory,
): Map<string, [Attribution, ...Attribution[]]> {
  const found = new Map<string, [Attribution, ...Attribution[]]>()
  for (const highlight of records.highlights.values()) {
    if (!names(highlight)) continue
    const key = keyOf(highlight.speaker)
    const own = found.get(key)
    if (own) own.push(highlight)
    else found.set(key, [highlight])
  }
  for (const own of found.values()) own.sort((a, b) => compareTold(records, a, b))
  return found
}

function names(highlight: Highlight): highlight is Attribution {
  return speakerOf(highlight) !== null
}

function rowOf(
  records: RecordsView,
  { find }: SpeakerDirectory,
  own: readonly [Attribution, ...Attribution[]],
): SpeakerRow {
  const record = find(own[0].speaker)
  const said = saidBy(records, own)
  const count = (tag: Highlight['tag']) =>
    said.filter(({ passage }) => records.highlights.get(passage)?.tag === tag).length
  const dates = own.map((highlight) => publishedOf(records, highlight)).filter((date) => date !== null)
  const wordings = wordingsOf(own, record)
  const name = record?.name ?? wordings[0]?.text ?? own[0].speaker
  return {
    key: record?.id ?? name,
    id: record?.id ?? null,
    name,
    wordings,
    attributions: own.length,
    claims: count('claim'),
    denials: count('denial'),
    papers: papersOf(records, own),
    first: dates[0] ?? null,
    latest: dates.toSorted(compareDates).at(-1) ?? null,
    note: record?.note ?? '',
  }
}

/** Spellings that fold to the same are one wording, shown as it is spelled most often. */
function wordingsOf(own: readonly Attribution[], record: Speaker | undefined): SpeakerRow['wordings'] {
  const spellings = new Map<string, Map<string, number>>()
  for (const { speaker } of own) {
    const uses = spellings.get(fold(speaker)) ?? new Map<string, number>()
    spellings.set(fold(speaker), uses.set(speaker, (uses.get(speaker) ?? 0) + 1))
  }
  for (const wording of record ? [record.name, ...record.aliases] : []) {
    if (!spellings.has(fold(wording))) spellings.set(fold(wording), new Map([[wording, 0]]))
  }
  return Array.from(spellings.values(), (uses) => {
    const [text = ''] = [...uses].sort((a, b) => b[1] - a[1])[0] ?? []
    return { text, uses: [...uses.values()].reduce((sum, one) => sum + one, 0) }
  }).sort((a, b) => b.uses - a.uses || (a.text < b.text ? -1 : 1))
}

function papersOf(records: RecordsView, own: readonly Attribution[]): string[] {
  const papers = own.map(({ articleId }) => {
    const article = records.articles.get(articleId)
    return article?.publisher ?? article?.title ?? ''
  })
  return [...new Set(papers)]
}

/** What attributions attribute, each passage once, in the order it was told. */
function saidBy(records: RecordsView, own: readonly Attribution[]): Said[] {
  const sources = new Map<Highlight, HighlightId[]>()
  for (const { id } of own) {
    for (const linkId of records.linksOf(id)) {
      const link = records.links.get(linkId)
      const passage = link?.relation === 'attributes' && link.from === id ? records.highlights.get(link.to) : undefined
      if (!passage || passage.tag === 'attribution') continue
      sources.set(passage, [...(sources.get(passage) ?? []), id])
    }
  }
  return [...sources]
    .sort(([a], [b]) => compareTold(records, a, b))
    .map(([passage, from]) => ({ passage: passage.id, sources: from, answers: answersOf(records, passage) }))
}

function answersOf(records: RecordsView, passage: Highlight): HighlightId[] {
  const claims: Highlight[] = []
  for (const id of records.linksOf(passage.id)) {
    const link = records.links.get(id)
    const claim = link?.relation === 'denies' && link.from === passage.id ? records.highlights.get(link.to) : undefined
    if (claim) claims.push(claim)
  }
  return claims.sort((a, b) => compareTold(records, a, b)).map(({ id }) => id)
}
