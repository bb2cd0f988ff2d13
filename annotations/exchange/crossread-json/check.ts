import { z } from 'zod'
import { textOf } from '../../model/article'
import { type Highlight, highlightSchema } from '../../model/highlight'
import type { ArticleId, HighlightId, RevisionId } from '../../model/ids'
import type { Result } from '../../model/result'
import { ok } from '../../model/result'
import { type Speaker, speakerSchema } from '../../model/speaker'
import { verdictSchema } from '../../model/verdict'
import { fold } from '../../text/fold'
import type { OnFault } from '../bad-file'
import { badFile, whyNot } from '../bad-file'
import { type CrossreadFile, crossreadFileSchema, fileArticleSchema, fileLinkSchema } from './format'

/** The first thing in a file that does not hold together, as a sentence that names the record; null when all does. */
export function whatIsWrong(file: CrossreadFile): string | null {
  let first: string | null = null
  wholeOf(file, (sentence) => {
    first ??= sentence
  })
  return first
}

const list = z.array(z.unknown()).readonly()
/** A file whose records nobody looked at yet. */
const looseFileSchema = crossreadFileSchema.extend({
  articles: list,
  highlights: list,
  links: list,
  verdicts: list.optional(),
  speakers: list.optional(),
})

/**
 * The part of a file that holds together: each record that is not as the format has it, or that points at none, is told
 * and left out, with what hangs on it. Fails with `bad-file` when what is around the records is broken.
 */
export function soundPart(value: unknown, onFault: OnFault): Result<CrossreadFile> {
  const loose = looseFileSchema.safeParse(value)
  if (!loose.success) {
    const issue = loose.error.issues[0]
    return badFile(`The file is not as Crossread writes it: ${[...(issue?.path ?? []), whyNot(issue)].join(': ')}.`)
  }
  const { articles, highlights, links, verdicts, speakers, ...head } = loose.data
  const judged = verdicts && recordsOf(verdictSchema, 'Verdict', verdicts, onFault)
  const named = speakers && recordsOf(speakerSchema, 'Speaker', speakers, onFault)
  return ok(
    wholeOf(
      {
        ...head,
        articles: recordsOf(fileArticleSchema, 'Article', articles, onFault),
        highlights: recordsOf(highlightSchema, 'Highlight', highlights, onFault),
        links: recordsOf(fileLinkSchema, 'Link', links, onFault),
        ...(judged && judged.length > 0 ? { verdicts: judged } : {}),
        ...(named && named.length > 0 ? { speakers: named } : {}),
      },
      onFault,
    ),
  )
}

const namedSchema = z.object({ id: z.string() })

/** "Highlight hl_01… (number 4)": how a sentence names a record of a list. */
export function nameOfRecord(noun: string, record: unknown, index: number): string {
  const id = namedSchema.safeParse(record).data?.id
  return id === undefined ? `${noun} number ${index + 1}` : `${noun} ${id} (number ${index + 1})`
}

function recordsOf<T extends z.ZodType>(schema: T, noun: string, all: readonly unknown[], onFault: OnFault) {
  return all.flatMap((one, index): z.output<T>[] => {
    const parsed = schema.safeParse(one)
    if (parsed.success) return [parsed.data]
    const issue = parsed.error.issues[0]
    const field = issue && issue.path.length > 0 ? `, ${issue.path.join('.')}` : ''
    onFault(`${nameOfRecord(noun, one, index)}${field}: ${whyNot(issue)}.`)
    return []
  })
}

/** A file without the records that do not fit the others. */
function wholeOf(file: CrossreadFile, onFault: OnFault): CrossreadFile {
  const seen = new Set<string>()
  const good =
    <T>(faultIn: (record: T) => string | null) =>
    (record: T): boolean => {
      const fault = faultIn(record)
      if (fault !== null) onFault(fault)
      return fault === null
    }
  const isNew = (id: string): string | null => {
    if (seen.has(id)) return `Two records of the file have the id ${id}.`
    seen.add(id)
    return null
  }
  const articles = file.articles.filter(
    good((article) => {
      for (const { id } of [article, ...article.revisions]) {
        const twice = isNew(id)
        if (twice !== null) return twice
      }
      return wrongText(article)
    }),
  )
  const texts: Texts = new Map(
    articles.map(({ id, revisions }) => [id, new Map(revisions.map((revision) => [revision.id, revision.text]))]),
  )
  const highlights = file.highlights.filter(good((one) => isNew(one.id) ?? wrongHighlight(one, texts)))
  const homes = new Map(highlights.map(({ id, articleId }) => [id, articleId]))
  const links = file.links.filter(good((one) => isNew(one.id) ?? wrongLink(one, homes)))
  const claims = new Set<HighlightId>(highlights.filter(({ tag }) => tag === 'claim').map(({ id }) => id))
  const verdicts = file.verdicts?.filter(
    good(({ claim }) =>
      // Taken away once it is judged, so that a second verdict on it does not find it.
      claims.delete(claim) ? null : `Verdict on ${claim}: it is not a claim of the file, or has two verdicts.`,
    ),
  )
  const owners = new Map<string, string>()
  const speakers = file.speakers?.filter(good((one) => isNew(one.id) ?? wrongSpeaker(one, owners)))
  const { verdicts: _verdicts, speakers: _speakers, ...rest } = file
  return {
    ...rest,
    articles,
    highlights,
    links,
    ...(verdicts && verdicts.length > 0 ? { verdicts } : {}),
    ...(speakers && speakers.length > 0 ? { speakers } : {}),
  }
}

type Texts = ReadonlyMap<ArticleId, ReadonlyMap<RevisionId, string>>

function wrongText({ id, revisions }: CrossreadFile['articles'][number]): string | null {
  const wrong = revisions.find(({ text, blocks }) => text !== textOf(blocks))
  return wrong ? `Revision ${wrong.id} of article ${id}: its text is not that of its blocks.` : null
}

function wrongHighlight({ id, articleId, revisionId, anchor }: Highlight, texts: Texts): string | null {
  const revisions = texts.get(articleId)
  if (revisions === undefined) return `Highlight ${id}: its article ${articleId} is not in the file.`
  const text = revisions.get(revisionId)
  if (text === undefined) return `Highlight ${id}: its article has no revision ${revisionId} in the file.`
  const { start, end, quote } = anchor
  if (end > text.length) return `Highlight ${id}: it ends at ${end}, and the text of its article at ${text.length}.`
  return text.slice(start, end) === quote.exact
    ? null
    : `Highlight ${id}: the words it quotes do not stand at ${start} to ${end}.`
}

function wrongLink(
  { id, from, to, fromArticleId, toArticleId }: CrossreadFile['links'][number],
  homes: ReadonlyMap<HighlightId, ArticleId>,
): string | null {
  if (from === to) return `Link ${id}: both of its ends are ${from}.`
  for (const [end, article] of [
    [from, fromArticleId],
    [to, toArticleId],
  ] as const) {
    const found = homes.get(end)
    if (found === undefined) return `Link ${id}: its end ${end} is not in the file.`
    if (found !== article) return `Link ${id}: its end ${end} is not in article ${article}.`
  }
  return null
}

/** `owners`: whose each folded wording is; those of a speaker without a fault are added. */
function wrongSpeaker({ id, name, aliases }: Speaker, owners: Map<string, string>): string | null {
  const own = new Set<string>()
  for (const wording of [name, ...aliases]) {
    const folded = fold(wording)
    const other = own.has(folded) ? 'it twice' : owners.get(folded)
    if (other !== undefined) return `Speaker ${id}: “${wording}” is a name of ${other}.`
    own.add(folded)
  }
  for (const folded of own) owners.set(folded, id)
  return null
}
