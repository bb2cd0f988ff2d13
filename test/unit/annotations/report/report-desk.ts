import { addArticles } from '#annotations/changes/actions/article-actions'
import { addHighlight, editHighlight } from '#annotations/changes/actions/highlight-actions'
import { addLink } from '#annotations/changes/actions/link-actions'
import { editVerdict } from '#annotations/changes/actions/verdict-actions'
import { compileReport } from '#annotations/report/compile'
import type { Block, Line, ReportDocument } from '#annotations/report/document'
import { FULL_REPORT } from '#annotations/report/scope'
import { createModelDesk, draftOf } from '../model-desk'

export const MADE = { desk: 'Elections', by: 'Ana', at: '2026-05-04T09:30:00.000Z' }

/** A report in which one text stands wherever people may write: passage, title, paper, speaker, notes, verdict, source, names. */
export function reportOf(words: string, direction: 'ltr' | 'rtl' = 'ltr'): ReportDocument {
  const desk = createModelDesk(words)
  const title = words.trim() || 'Untitled'
  const draft = draftOf([words.replace(/\n/g, ' '), 'Second block'], {
    title,
    publisher: words,
    byline: words,
    direction,
  })
  const [articleId] = desk.act(addArticles([draft])).value.ids
  const revisionId = articleId && desk.records.articles.get(articleId)?.revisions[0]
  if (!articleId || !revisionId) throw new Error('no article')
  const text = draft.blocks.map((block) => block.text).join('\n')
  const tag = (kind: 'claim' | 'denial' | 'attribution') =>
    desk.act(addHighlight({ articleId, revisionId, start: 0, end: text.length, tag: kind })).value.id
  const [claim, denial, said] = [tag('claim'), tag('denial'), tag('attribution')]
  desk.act(editHighlight(claim, { note: words }))
  desk.act(editHighlight(said, { speaker: words }))
  desk.act(addLink({ from: denial, to: claim, relation: 'denies', note: words }))
  desk.act(addLink({ from: said, to: denial, relation: 'attributes', note: '' }))
  desk.act(editVerdict(claim, { rating: 'false', note: words, sources: [words] }))
  const report = compileReport(desk.records, { kind: 'desk' }, { ...FULL_REPORT, title: words.slice(0, 200) }, MADE)
  if (!report) throw new Error('no report')
  return report.document
}

/** Every text that a report shows, in its order, with white space made plain. */
export function textsIn({ blocks }: ReportDocument): string[] {
  return blocks
    .flatMap(linesOf)
    .map((line) => plain(line.map(({ text }) => text).join('')))
    .filter((text) => text !== '')
}

function linesOf(block: Block): readonly Line[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.line]
    case 'list':
      return block.items
    case 'facts':
      return block.rows.flatMap(({ lines }) => lines)
    case 'passage':
      return [block.lead, [{ text: block.quote }], ...block.after]
    case 'signatures':
      return block.rows.map(({ name }) => [{ text: name }])
  }
}

/** As a page shows it: what no file can hold replaced, direction marks of ours dropped, white space as one space. */
export function plain(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff\ufffd]|\p{Surrogate}/gu, '')
      .replace(/[\u200e\u2066-\u2069]/g, '')
      .replace(/[\s\u0085]+/g, ' ')
      .trim()
  )
}
