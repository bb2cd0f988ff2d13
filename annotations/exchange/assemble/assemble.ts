import { counted } from '../../changes/actions/wording'
import { ok, type Result } from '../../model/result'
import { badFile, goodOf } from '../bad-file'
import type { Read, ReadContext } from '../format'
import { fileOf } from './file'
import type { Foreign } from './foreign'
import { highlightsOf } from './highlights'
import { indexKnown } from './known'
import { countLabels } from './labels'
import { linksOf, verdictsOf } from './links'
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
