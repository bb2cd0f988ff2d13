import fc from 'fast-check'
import { describePassage } from '#annotations/anchoring/describe'
import { addHighlight } from '#annotations/changes/actions/highlight-actions'
import { type CrossreadFile, crossreadFileSchema } from '#annotations/exchange/crossread-json/format'
import { toCrossreadJson } from '#annotations/exchange/crossread-json/write'
import {
  type ExportFormat,
  type ImportFormat,
  type InFile,
  type Read,
  type ReadContext,
  textOfFile,
} from '#annotations/exchange/format'
import { textOf } from '#annotations/model/article'
import { TAGS } from '#annotations/model/highlight'
import { createIdSource } from '#annotations/model/ids'
import { RELATIONS } from '#annotations/model/relation'
import type { Result } from '#annotations/model/result'
import { RATINGS } from '#annotations/model/verdict'
import { sampleChanges } from '#annotations/sample/sample'
import { createModelDesk, must } from '../model-desk'
import { DESK, richDesk } from './rich-desk'

/** The sample desk: five papers, their highlights, and links across them. */
export function sampleFile(): CrossreadFile {
  const desk = createModelDesk()
  desk.act((_records, context) => sampleChanges(context))
  return toCrossreadJson(desk.records, DESK, { kind: 'desk' })
}

/** Three scripts, nested and overlapping highlights, formatted blocks, notes with line feeds and quotes. */
export function richFile(): CrossreadFile {
  const { desk, one } = richDesk()
  const revisionId = desk.records.articles.get(one)?.revisions[0]
  if (!revisionId) throw new Error('no article')
  desk.act(addHighlight({ articleId: one, revisionId, start: 3, end: 12, tag: 'claim' }))
  return toCrossreadJson(desk.records, DESK, { kind: 'desk' })
}

/** The same with a verdict, a speaker of two names, and a highlight that came from an earlier revision and was decided on. */
export function everyRecord(): CrossreadFile {
  const file = richFile()
  const [first, ...others] = file.highlights
  if (!first) throw new Error('no highlight')
  const { annotator, created, modified } = first
  const carried = { from: first.revisionId, method: 'diff', score: 0.5 }
  const speaker = { id: `spk_${'0'.repeat(26)}`, name: 'The minister', aliases: ['Министр'], note: '' }
  return crossreadFileSchema.parse({
    ...file,
    highlights: [{ ...first, carried, settled: true }, ...others],
    speakers: [{ ...speaker, annotator, created, modified }],
  })
}

/**
 * A text of nothing, a language by its name, an address that only browsers take, signs that XML has no place for, and half
 * of a character.
 */
export function awkwardFile(): CrossreadFile {
  const file = richFile()
  const [first, ...others] = file.articles
  const [revision] = first?.revisions ?? []
  if (!first || !revision) throw new Error('no article')
  const article = {
    ...first,
    title: '\u0000 & <b>',
    language: 'English (UK)',
    url: 'https://e.org/a b[1]?q={x}|y%zz#a#b',
    published: '2023-05-04T09:30:00+05:00',
    byline: 'A "B"',
    revisions: [{ ...revision, text: '', blocks: [] }],
  }
  const highlights = file.highlights
    .filter(({ articleId }) => articleId !== first.id)
    .map((one) => {
      const { text = '' } = others.flatMap(({ revisions }) => revisions).find(({ id }) => id === one.revisionId) ?? {}
      const half = text.search(/[\ud800-\udbff]/)
      return half > one.anchor.start ? { ...one, anchor: describePassage(text, one.anchor.start, half + 1) } : one
    })
  const there = new Set(highlights.map(({ id }) => id))
  const links = file.links.filter(({ from, to }) => there.has(from) && there.has(to))
  return { ...file, articles: [article, ...others], highlights, links }
}

/** A desk without a record. */
export function nothingFile(): CrossreadFile {
  return { ...sampleFile(), articles: [], highlights: [], links: [] }
}

/** What one file says and another does not, or says otherwise: kinds of records, and fields of them. */
export function lostFields(file: CrossreadFile, back: CrossreadFile): readonly { readonly field: string }[] {
  const kinds = ['articles', 'highlights', 'links', 'verdicts', 'speakers'] as const
  return kinds.flatMap((kind) => {
    const keyOf = (one: object) => ('id' in one ? one.id : 'claim' in one ? one.claim : null)
    const there = new Map<unknown, object>((back[kind] ?? []).map((one) => [keyOf(one), one]))
    return (file[kind] ?? []).flatMap((one: object) => {
      const other = there.get(keyOf(one))
      if (!other) return [{ field: kind }]
      const found = new Map(Object.entries(other))
      return Object.entries(one)
        .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(found.get(key)))
        .map(([key]) => ({ field: `${kind}.${key}` }))
    })
  })
}

const NOW = '2025-05-05T05:05:05.000Z'

/** What a reader is given: ids that are none of the exported ones, another annotator, a later day. */
export function readContext(more: Partial<ReadContext> = {}): ReadContext {
  let seed = 99
  const ids = createIdSource(
    () => Date.parse(NOW),
    (bytes) => bytes.map(() => (seed = (seed * 31 + 7) % 251)),
  )
  return { ids, now: NOW, annotator: 'Reader', ...more }
}

/** The files of an export, as they are read again. */
export function filesOf(format: ExportFormat, file: CrossreadFile, name = 'desk'): InFile[] {
  return format.write(file, name).files.map((one) => ({ name: one.name, text: textOfFile(one) }))
}

export function through(out: ExportFormat, back: ImportFormat, file: CrossreadFile): Read {
  return must(back.read(filesOf(out, file), readContext()))
}

/** The records alone: what an import adds to a desk. */
export function recordsOf({ articles, highlights, links }: CrossreadFile) {
  return { articles, highlights, links }
}

/** The sentence of a refusal. */
export function whyNot(result: Result<unknown>): string {
  if (result.ok) throw new Error('It was not refused.')
  if (result.error.kept === undefined) throw new Error('It does not say what was kept.')
  return result.error.message
}

/** Words that trip writers up: wide characters, joined emoji, right to left, every separator of the formats. */
const WORDS = [
  'talks',
  'No',
  '👍🏽',
  '👨‍👩‍👧',
  '𝒳',
  'وزیر',
  'نے',
  'é',
  'a\u0301',
  ' ',
  '  ',
  '\u00a0',
  '\t',
  '\r',
  '\\',
  '\\n',
  '"',
  '""',
  "'",
  ',',
  ';',
  '|',
  '[1]',
  '_',
  '*',
  '->',
  '<b>',
  '&amp;',
  ']]>',
  '#Text=',
  '=1+1',
  '{',
  '}',
  '\u2028',
  '.',
  '1-1',
] as const

const lineOf = (least: number) =>
  fc.array(fc.constantFrom(...WORDS), { minLength: least, maxLength: 12 }).map((words) => words.join(''))
const blockOf = fc.record(
  {
    kind: fc.constantFrom('paragraph' as const, 'heading' as const, 'quote' as const, 'item' as const),
    text: lineOf(0),
    aside: fc.constant(true as const),
  },
  { requiredKeys: ['kind', 'text'] },
)
const revisionOf = fc
  .tuple(lineOf(1), fc.array(blockOf, { maxLength: 4 }))
  .map(([first, rest]) => [{ kind: 'paragraph' as const, text: `x${first}` }, ...rest])
/** Browsers and people are more tolerant than standards are. */
const urlOf = fc.constantFrom(null, 'https://e.org/ur', 'HTTPS://e.org/a b[1]?q={x}|y%zz#a#b', 'http://[::1]:80?[]')
const languageOf = fc.constantFrom(null, 'en', 'zh-Hant-TW', 'English (UK)', '')
const noteOf = fc.oneof(fc.constant(''), lineOf(1), fc.constant('two\nlines'))

/** Any export: up to three articles of up to two revisions, any passages, any links between any of them. */
export const anyFile: fc.Arbitrary<CrossreadFile> = fc
  .record({
    articles: fc.array(fc.tuple(lineOf(1), fc.array(revisionOf, { minLength: 1, maxLength: 2 }), urlOf, languageOf), {
      maxLength: 3,
    }),
    spans: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.constantFrom(...TAGS), noteOf), { maxLength: 10 }),
    judged: fc.array(fc.tuple(fc.constantFrom(...RATINGS), noteOf, fc.array(noteOf, { maxLength: 3 })), {
      maxLength: 4,
    }),
    ties: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom(...RELATIONS), noteOf), { maxLength: 8 }),
  })
  .map(({ articles, spans, judged, ties }) => {
    const { ids } = readContext()
    const [created, modified] = ['2024-01-01T00:00:00.000Z', '2024-02-02T00:00:00Z']
    const made = articles.map(([title, revisions, url, language], index) => ({
      id: ids.article(),
      title,
      publisher: index === 0 ? null : title,
      byline: null,
      published: index === 0 ? '2023-05-04' : null,
      url,
      language,
      direction: index === 1 ? 'rtl' : 'ltr',
      revisions: revisions.map((blocks) => ({
        id: ids.revision(),
        added: created,
        source: { kind: 'paste' as const },
        text: textOf(blocks),
        blocks,
      })),
      created,
      modified,
    }))
    const texts = made.flatMap(({ id, revisions }) => revisions.map((revision) => ({ articleId: id, ...revision })))
    const own = (note: string) => ({ note, annotator: note === '' ? 'Ada' : 'Bo, "B"', created, modified })
    const highlights =
      texts.length === 0
        ? []
        : spans.map(([which, a, b, tag, note]) => {
            const { articleId, id, text } = texts[which % texts.length] ?? { articleId: '', id: '', text: '' }
            const points = Array.from(text)
            const start = a % points.length
            const end = start + 1 + (b % (points.length - start))
            const [from, to] = [points.slice(0, start).join('').length, points.slice(0, end).join('').length]
            const speaker = tag === 'attribution' ? { speaker: note === '' ? null : note } : {}
            return {
              id: ids.highlight(),
              articleId,
              revisionId: id,
              anchor: describePassage(text, from, to),
              tag,
              ...own(note),
              ...speaker,
            }
          })
    const claims = highlights.filter(({ tag }) => tag === 'claim').sort((a, b) => (a.id < b.id ? -1 : 1))
    const verdicts = judged.slice(0, claims.length).map(([rating, note, found], index) => {
      const sources = [...new Set(found.map((source) => source.trim()).filter((source) => source !== ''))]
      return { claim: claims[index]?.id, rating, sources, ...own(note) }
    })
    const links = ties.flatMap(([a, b, relation, note]) => {
      const [from, to] = [highlights[a % highlights.length], highlights[b % highlights.length]]
      if (!from || !to || from === to) return []
      const ends = { from: from.id, to: to.id, fromArticleId: from.articleId, toArticleId: to.articleId }
      return [{ id: ids.link(), ...ends, relation, ...own(note) }]
    })
    const order = new Map(texts.map(({ id }, index) => [id, index]))
    return crossreadFileSchema.parse({
      format: 'crossread',
      version: 1,
      desk: DESK,
      scope: { kind: 'desk' },
      articles: made,
      highlights: highlights.sort(
        (a, b) =>
          (order.get(a.revisionId as never) ?? 0) - (order.get(b.revisionId as never) ?? 0) ||
          a.anchor.start - b.anchor.start ||
          b.anchor.end - a.anchor.end ||
          (a.id < b.id ? -1 : 1),
      ),
      links,
      ...(verdicts.length > 0 ? { verdicts } : {}),
      leftOut: { highlights: 0, links: 0 },
    })
  })
