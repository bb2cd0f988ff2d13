import { counted } from '../../changes/actions/wording'
import type { Article, Revision } from '../../model/article'
import { textOf } from '../../model/article'
import { compareHighlights, type Highlight } from '../../model/highlight'
import type { HighlightId } from '../../model/ids'
import type { Link } from '../../model/link'
import { ok, type Result } from '../../model/result'
import type { Verdict } from '../../model/verdict'
import { badFile, goodOf } from '../bad-file'
import { soundPart, whatIsWrong } from '../crossread-json/check'
import { type CrossreadFile, crossreadFileSchema, FORMAT, VERSION } from '../crossread-json/format'
import type { Read, ReadContext } from '../format'
import type { Foreign, ForeignHighlight, ForeignLink, ForeignVerdict } from './foreign'
import { indexKnown } from './known'
import { countLabels, relationOf, tagOf } from './labels'
import { placePassage } from './passages'
import { type Placed, placeDocument } from './texts'

/**
 * Makes the shape that every import works on out of what a format's reader found: articles with ids, tags and relations
 * of ours, UTF-16 offsets that are checked against the text. Refuses, with a sentence that names the record, offsets
 * outside a text, a link to nothing and an id used twice, or tells of each and goes on without it; leaves out, with a
 * note, what only the user can decide.
 */
export function assemble(foreign: Foreign, context: ReadContext): Result<Read> {
  const placed = placeAll(foreign, context)
  if (!placed.ok) return placed
  const labels = countLabels()
  const highlights = highlightsOf(foreign.highlights, placed.value.texts, context, labels.tag)
  if (!highlights.ok) return highlights
  const links = linksOf(foreign.links, highlights.value, context, labels.relation)
  if (!links.ok) return links

  const verdicts = verdictsOf(foreign.verdicts ?? [], highlights.value, context)
  if (!verdicts.ok) return verdicts
  const { made } = highlights.value
  const records = { highlights: [...made.values()], links: links.value.made, verdicts: verdicts.value.made }
  const file = fileOf(placed.value.texts, records, context)
  if (!file.ok) return file
  return ok({
    file: file.value,
    notes: [
      ...(foreign.notes ?? []),
      ...placed.value.notes,
      ...highlights.value.notes,
      ...links.value.notes,
      ...verdicts.value.notes,
    ],
    unknown: { tags: highlights.value.unknown, relations: links.value.unknown },
    labels: labels.counted(),
  })
}

type Texts = ReadonlyMap<string, Placed | null>

function placeAll({ documents, highlights }: Foreign, context: ReadContext) {
  const texts = new Map<string, Placed | null>()
  const known = indexKnown(context.known ?? [])
  const placing = goodOf(
    documents.map((document) => {
      if (texts.has(document.ref)) return badFile(`${document.where}: its id ${document.ref} is used twice.`)
      const placed = placeDocument(document, context, known)
      if (placed.ok) texts.set(document.ref, placed.value)
      return placed
    }),
    context.onFault,
  )
  if (!placing.ok) return placing
  const notes = documents
    .filter(({ ref }) => texts.get(ref) === null)
    .map(({ ref, source }) => {
      const there = highlights.filter((highlight) => highlight.document === ref).length
      return `Left out: ${counted(there, 'highlight')} of ${source ?? ref}, which has no text here and is not in the desk.`
    })
  return ok({ texts, notes })
}

type Made<T> = { readonly made: T; readonly notes: readonly string[]; readonly unknown: readonly string[] }
/** Every highlight by its name in the file; of others, whether they are left out or at fault. */
type Highlights = Made<ReadonlyMap<string, Highlight>> & {
  readonly out: ReadonlySet<string>
  readonly atFault: ReadonlySet<string>
}

function highlightsOf(
  found: readonly ForeignHighlight[],
  texts: Texts,
  context: ReadContext,
  countLabel: (label: string) => void,
): Result<Highlights> {
  const made = new Map<string, Highlight>()
  const out = new Set<string>()
  const atFault = new Set<string>()
  const homeless = new Map<string, string[]>()
  const unnamed = new Map<string, number>()
  const lost: string[] = []
  let moved = 0
  const make = (highlight: ForeignHighlight): Result<void> => {
    const { ref, where, document, label } = highlight
    if (made.has(ref) || out.has(ref)) return badFile(`${where}: its id ${ref} is used twice.`)
    const placed = texts.get(document)
    if (placed === undefined && context.onFault) {
      homeless.set(document, [...(homeless.get(document) ?? []), where])
      atFault.add(ref)
      return ok(undefined)
    }
    if (placed === undefined) return badFile(`${where}: its text ${document} is not in the file.`)
    countLabel(label)
    const tag = tagOf(label, context)
    if (tag === null) unnamed.set(label, (unnamed.get(label) ?? 0) + 1)
    if (tag === null || placed === null) {
      out.add(ref)
      return ok(undefined)
    }
    const passage = placePassage(highlight, placed)
    if (!passage.ok) {
      atFault.add(ref)
      return passage
    }
    if (passage.value === null) {
      if (context.onFault) context.onFault(`${where}: its words${wordsOf(highlight)} do not stand in its text.`)
      else lost.push(where)
      out.add(ref)
      return ok(undefined)
    }
    if (passage.value.moved) moved++
    made.set(ref, toHighlight(highlight, tag, passage.value.anchor, placed, context))
    return ok(undefined)
  }
  const all = goodOf(found.map(make), context.onFault)
  if (!all.ok) return all
  for (const [document, [first = '', ...others]] of homeless) {
    const which =
      others.length === 0 ? `${first}: its` : `${first}, and ${counted(others.length, 'other highlight')}: their`
    context.onFault?.(
      `${which} text ${document} is not in the file, or at fault.`,
      others.length === 0 ? 'record' : 'part',
    )
  }
  const notes = [
    ...leftOut(unnamed),
    ...(lost.length > 0
      ? [`Left out: ${counted(lost.length, 'highlight')} whose words do not stand in the text (${someOf(lost)}).`]
      : []),
    ...(moved > 0 ? [`${counted(moved, 'highlight')} found by the quote, because the offsets did not fit it.`] : []),
  ]
  const unknown = [...unnamed.keys()].filter((label) => !context.tags?.has(label))
  return ok({ made, out, atFault, notes, unknown })
}

const MOST_WORDS = 60

function wordsOf({ quote }: ForeignHighlight): string {
  return quote === undefined ? '' : ` “${quote.slice(0, MOST_WORDS)}${quote.length > MOST_WORDS ? '…' : ''}”`
}

const MOST_NAMED = 3

function someOf(names: readonly string[]): string {
  const more = names.length - MOST_NAMED
  return more > 0 ? `${names.slice(0, MOST_NAMED).join('; ')} and ${more} more` : names.join('; ')
}

const MOST_LABELS = 8

/** Layers of parts of speech have many labels, and a list of them all would hide what else is to be said. */
function leftOut(labels: ReadonlyMap<string, number>): readonly string[] {
  const sorted = [...labels].sort(([, a], [, b]) => b - a)
  const rest = sorted.slice(MOST_LABELS)
  const others = rest.reduce((sum, [, count]) => sum + count, 0)
  return [
    ...sorted
      .slice(0, MOST_LABELS)
      .map(([label, count]) => `Left out: ${counted(count, 'highlight')} labelled “${label}”.`),
    ...(rest.length > 0
      ? [`Left out: ${counted(others, 'highlight')} with ${counted(rest.length, 'other label')}.`]
      : []),
  ]
}

function toHighlight(
  { id, note, annotator, created, modified, speaker, carried, settled }: ForeignHighlight,
  tag: Highlight['tag'],
  anchor: Highlight['anchor'],
  { article, revision }: Placed,
  context: ReadContext,
): Highlight {
  const common = {
    id: id ?? context.ids.highlight(),
    articleId: article.id,
    revisionId: revision.id,
    anchor,
    ...madeBy({ note, annotator, created, modified }, context),
    ...(carried ? { carried } : {}),
    ...(settled ? { settled } : {}),
  }
  return tag === 'attribution' ? { ...common, tag, speaker: speaker ?? null } : { ...common, tag }
}

type Maker = Pick<ForeignLink, 'note' | 'annotator' | 'created' | 'modified'>

function madeBy({ note = '', annotator, created, modified }: Maker, context: ReadContext) {
  const from = created ?? modified ?? context.now
  return { note, annotator: annotator ?? context.annotator, created: from, modified: modified ?? from }
}

function linksOf(
  found: readonly ForeignLink[],
  { made: ends, out, atFault }: Highlights,
  context: ReadContext,
  countLabel: (label: string) => void,
): Result<Made<readonly Link[]>> {
  const unknown = new Set<string>()
  const orphans: string[] = []
  const make = (link: ForeignLink): Result<Link | null> => {
    const { where, label, id } = link
    const missing = [link.from, link.to].find((end) => !ends.has(end) && !out.has(end))
    if (missing !== undefined && !link.mayDangle) {
      return badFile(
        `${where}: its end ${besideOf(where, missing)} is ${atFault.has(missing) ? 'at fault itself' : 'not in the file'}.`,
      )
    }
    countLabel(label)
    const [from, to] = [ends.get(link.from)?.id, ends.get(link.to)?.id]
    if (from === undefined || to === undefined) {
      orphans.push(where)
      return ok(null)
    }
    if (from === to) return badFile(`${where}: both of its ends are ${link.from}.`)
    const relation = relationOf(label, context)
    if (relation === null) unknown.add(label)
    const { note, ...maker } = madeBy(link, context)
    const kept = relation === null && label !== '' ? [label, note].filter((part) => part !== '').join(': ') : note
    return ok({ id: id ?? context.ids.link(), from, to, relation: relation ?? 'relates', note: kept, ...maker })
  }
  const made = goodOf(found.map(make), context.onFault)
  if (!made.ok) return made
  const notes = [
    ...Array.from(unknown, (label) => `Links labelled “${label}” became “relates”, with the label as their note.`),
    ...(orphans.length > 0
      ? [
          `Left out: ${counted(orphans.length, 'link')} with an end that was left out, or is not in the file (${someOf(orphans)}).`,
        ]
      : []),
  ]
  return ok({ made: made.value.filter((link) => link !== null), notes, unknown: [...unknown] })
}

/** A name without what the record that speaks of it has already said: that both are in one file, or one task of it. */
function besideOf(where: string, name: string): string {
  let same = 0
  while (same < name.length && name[same] === where[same]) same++
  const rest = name.slice(same)
  return same > 0 && rest.startsWith(' ') ? rest.trim() : name
}

function verdictsOf(
  found: readonly ForeignVerdict[],
  { made, out, atFault }: Highlights,
  { onFault }: ReadContext,
): Result<Made<readonly Verdict[]>> {
  let idle = 0
  const verdicts = goodOf(
    found.map(({ where, claim, mayDangle = false, ...verdict }): Result<Verdict | null> => {
      const highlight = made.get(claim)
      if (highlight?.tag === 'claim') return ok({ ...verdict, claim: highlight.id })
      if (atFault.has(claim)) return badFile(`${where}: its claim ${claim} is at fault itself.`)
      if (!highlight && !mayDangle && !out.has(claim))
        return badFile(`${where}: its claim ${claim} is not in the file.`)
      idle++
      return ok(null)
    }),
    onFault,
  )
  if (!verdicts.ok) return verdicts
  const notes = idle > 0 ? [`Left out: ${counted(idle, 'verdict')} on what is no claim any more.`] : []
  return ok({ made: verdicts.value.filter((verdict) => verdict !== null), notes, unknown: [] })
}

type Records = {
  readonly highlights: readonly Highlight[]
  readonly links: readonly Link[]
  readonly verdicts: readonly Verdict[]
}

function fileOf(
  texts: Texts,
  { highlights, links, verdicts }: Records,
  { ids, now, onFault }: ReadContext,
): Result<CrossreadFile> {
  const articles = new Map<string, { readonly article: Article; readonly revisions: Set<Revision> }>()
  for (const placed of texts.values()) {
    if (placed === null) continue
    const { article, revisions } = articles.get(placed.article.id) ?? { article: placed.article, revisions: new Set() }
    articles.set(article.id, { article, revisions: new Set([...revisions, ...placed.revisions]) })
  }
  const home = new Map<HighlightId, Article['id']>(highlights.map(({ id, articleId }) => [id, articleId]))
  const file = {
    format: FORMAT,
    version: VERSION,
    desk: { id: ids.desk(), name: 'Import', created: now },
    scope: { kind: 'desk' },
    articles: [...articles.values()].map(withRevisions).sort(byId),
    highlights: inReadingOrder(highlights, articles),
    links: links
      .map((link) => ({ ...link, fromArticleId: home.get(link.from), toArticleId: home.get(link.to) }))
      .sort(byId),
    ...(verdicts.length > 0 ? { verdicts: verdicts.toSorted((a, b) => (a.claim < b.claim ? -1 : 1)) } : {}),
    leftOut: { highlights: 0, links: 0 },
  }
  if (onFault) return soundPart(file, onFault)
  const checked = crossreadFileSchema.safeParse(file)
  if (!checked.success) {
    const issue = checked.error.issues[0]
    return badFile(`The file does not hold together: ${issue?.path.join('.')}: ${issue?.message}.`)
  }
  const wrong = whatIsWrong(checked.data)
  return wrong === null ? ok(checked.data) : badFile(wrong)
}

function withRevisions({
  article,
  revisions,
}: {
  readonly article: Article
  readonly revisions: ReadonlySet<Revision>
}) {
  const place = new Map(article.revisions.map((id, index) => [id, index]))
  const sorted = [...revisions].sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
  return {
    ...article,
    revisions: sorted.map(({ articleId: _, ...known }) => ({ ...known, text: textOf(known.blocks) })),
  }
}

function inReadingOrder(
  highlights: readonly Highlight[],
  articles: ReadonlyMap<string, { readonly article: Article }>,
): Highlight[] {
  const place = new Map(
    [...articles.values()].flatMap(({ article }) => article.revisions.map((id, index) => [id, index] as const)),
  )
  return highlights.toSorted(
    (a, b) =>
      (a.articleId < b.articleId ? -1 : a.articleId > b.articleId ? 1 : 0) ||
      (place.get(a.revisionId) ?? 0) - (place.get(b.revisionId) ?? 0) ||
      compareHighlights(a, b),
  )
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
