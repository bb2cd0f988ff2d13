import { counted } from '../../changes/actions/wording'
import type { Highlight } from '../../model/highlight'
import { ok, type Result } from '../../model/result'
import { badFile, goodOf } from '../bad-file'
import type { ReadContext } from '../format'
import type { ForeignHighlight } from './foreign'
import { tagOf } from './labels'
import { type Made, madeBy, someOf } from './made'
import { placePassage } from './passages'
import type { Placed } from './texts'

/** The texts by their names in the file; null for those that only the desk could have, and has not. */
export type Texts = ReadonlyMap<string, Placed | null>

/** Every highlight by its name in the file; of others, whether they are left out or at fault. */
export type Highlights = Made<ReadonlyMap<string, Highlight>> & {
  readonly out: ReadonlySet<string>
  readonly atFault: ReadonlySet<string>
}

/** The labelled passages as highlights of ours, each looked for in its text. */
export function highlightsOf(
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
