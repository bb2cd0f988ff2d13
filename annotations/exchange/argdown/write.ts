import { type Highlight, speakerOf } from '../../model/highlight'
import type { CrossreadFile } from '../crossread-json/format'
import { type FileLink, groupBy } from '../documents'
import type { ExportFormat } from '../format'
import { isArgument, lossesOf } from '../losses'

/** Argdown's arrows from a statement to another: argdown.org/syntax, "relations between statements". */
const ARROWS = { denies: '->', contradicts: '><', supports: '+>' } as const

/** Argdown: each highlight is a statement under its article's heading, with the arguments that start in it. */
export const argdownOut: ExportFormat = {
  id: 'argdown',
  title: 'Argdown',
  hint: 'Argument maps: what denies, contradicts or supports what.',
  write: (file, name) => ({
    files: [{ name: `${name}.argdown`, chunks: () => chunksOf(file) }],
    losses: lossesOf(file, {
      carries: ['desk'],
      gone: [
        'deskDate',
        'texts',
        'details',
        'shape',
        'arrival',
        'revisions',
        'context',
        'notes',
        'makers',
        'unargued',
        'linkNotes',
        'linkMakers',
      ],
    }),
  }),
}

function* chunksOf({ desk, articles, highlights, links }: CrossreadFile): Iterable<string> {
  const counts = { claim: 0, attribution: 0, denial: 0 }
  const names = new Map(highlights.map(({ id, tag }) => [id, `[${tag} ${++counts[tag]}]`]))
  const leaving = groupBy(links, ({ from }) => from)
  const there = groupBy(highlights, ({ articleId }) => articleId)
  yield `===\ntitle: ${yamlText(desk.name)}\n===\n`
  for (const { id, title } of articles) {
    yield `\n# ${plain(title)}\n`
    for (const highlight of there.get(id) ?? []) yield statement(highlight, names, leaving.get(highlight.id) ?? [])
  }
}

function statement(highlight: Highlight, names: ReadonlyMap<string, string>, links: readonly FileLink[]): string {
  const speaker = speakerOf(highlight)
  const data = speaker === null ? '' : ` {speaker: ${yamlText(speaker)}}`
  const arrows = links.flatMap(({ relation, to }) =>
    isArgument(relation) ? [`  ${ARROWS[relation]} ${names.get(to)}\n`] : [],
  )
  const head = `${names.get(highlight.id)}: ${plain(highlight.anchor.quote.exact)} #${highlight.tag}${data}`
  return `\n${head}\n${arrows.join('')}`
}

/** A text in YAML's double quotes, without the braces that would end the data, and without what YAML takes for a line break. */
function yamlText(text: string): string {
  return JSON.stringify(text).replace(
    /[{}\u007f-\u00a0\u2028\u2029\ufeff]/g,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** One line in which nothing means anything to Argdown, which takes no empty one. */
function plain(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim() || '…'
  return line.replace(/[\\[\]<>{}()#@*_:|~^`+\-=/&]/g, '\\$&')
}
