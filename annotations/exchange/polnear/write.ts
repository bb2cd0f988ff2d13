import { type Highlight, speakerOf } from '../../model/highlight'
import { fragmentsOf, type Span } from '../brat/fragments'
import { textBound } from '../brat/write'
import type { CrossreadFile } from '../crossread-json/format'
import { type Document, documentsOf, groupBy } from '../documents'
import type { ExportFormat } from '../format'
import { attributesWithin, lossesOf } from '../losses'
import { offsetsOf } from '../offsets'

const CONFIG = `[entities]
Source
Cue
Content
[relations]
[events]
Attribution\tSource*:Source, Cue+:Cue, Content*:Content
Attribution-no-source\tCue+:Cue, Content*:Content
[attributes]
`

/**
 * Attributions as the PolNeAR corpus has them (github.com/networkdynamics/PolNeAR): brat events of a Source, a Cue and
 * their Content. Only what attributes something within one text is an attribution there.
 */
export const polnearOut: ExportFormat = {
  id: 'polnear',
  title: 'PolNeAR attributions (brat)',
  hint: 'Research on attribution: who said what, with which words.',
  write(file, _name) {
    const { documents } = documentsOf(file)
    const ties = groupBy(attributesWithin(file), ({ from }) => from)
    return {
      files: [
        ...documents.flatMap((document) => [
          { name: `${document.name}.txt`, chunks: () => [document.revision.text] },
          { name: `${document.name}.ann`, chunks: () => annOf(document, ties) },
        ]),
        { name: 'annotation.conf', chunks: () => [CONFIG] },
      ],
      losses: lossesOf(file, {
        gone: [
          'widened',
          'unattributed',
          'otherLinks',
          'titles',
          'details',
          'shape',
          'arrival',
          'revisions',
          'context',
          'unsourced',
          'notes',
          'makers',
          'linkNotes',
          'linkMakers',
        ],
      }),
    }
  },
}

/** The links that say who said something, by the attribution that they start in. */
type Ties = ReadonlyMap<Highlight['id'], CrossreadFile['links']>

function* annOf({ revision, highlights }: Document, ties: Ties): Iterable<string> {
  const { text } = revision
  const offsets = offsetsOf(text)
  const here = new Map(highlights.map((highlight) => [highlight.id, highlight]))
  let [spans, events] = [0, 0]
  for (const attribution of highlights) {
    const contents = (ties.get(attribution.id) ?? []).flatMap(({ to }) => here.get(to) ?? [])
    if (contents.length === 0) continue
    const { source, cue } = partsOf(attribution)
    const type = source === null ? 'Attribution-no-source' : 'Attribution'
    const lines: string[] = []
    const add = (label: string, span: Span) => {
      const fragments = fragmentsOf(text, span)
      const name = `T${++spans}`
      lines.push(textBound(name, label, text, offsets, fragments.length > 0 ? fragments : [span]))
      return name
    }
    const roles = [
      ...contents.map(({ anchor }, index) => `Content${index === 0 ? '' : index + 1}:${add('Content', anchor)}`),
      `Cue:${add('Cue', cue)}`,
      ...(source === null ? [] : [`Source:${add('Source', source)}`]),
    ]
    const trigger = add(type, cue)
    yield* lines
    yield `E${++events}\t${type}:${trigger} ${roles.join(' ')}\n`
  }
}

/** An attribution is source and cue in one: the speaker's name in it is the source, and the longer of the rest the cue. */
function partsOf(attribution: Highlight): { readonly source: Span | null; readonly cue: Span } {
  const { start, end, quote } = attribution.anchor
  const speaker = speakerOf(attribution)
  const at = speaker ? quote.exact.search(new RegExp(speaker.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'iu')) : -1
  if (speaker === null || at === -1) return { source: null, cue: { start, end } }
  const source = { start: start + at, end: start + at + speaker.length }
  const [before, after] = [
    trimmed(quote.exact.slice(0, at), start),
    trimmed(quote.exact.slice(at + speaker.length), source.end),
  ]
  const cue = after.end - after.start >= before.end - before.start ? after : before
  return { source, cue: cue.end > cue.start ? cue : { start, end } }
}

function trimmed(words: string, start: number): Span {
  const lead = words.length - words.trimStart().length
  return { start: start + lead, end: start + lead + words.trim().length }
}
