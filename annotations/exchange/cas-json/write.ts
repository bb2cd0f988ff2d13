import { type Highlight, speakerOf } from '../../model/highlight'
import { type Document, documentsOf, type FileLink, groupBy } from '../documents'
import type { ExportFormat } from '../format'
import { jsonWithList } from '../json-chunks'
import { keptDocument, wholeLink } from '../kept'
import { lossesOf } from '../losses'
import { KEPT, LINK, SPAN, TYPES } from './types'

/** UIMA CAS JSON 0.4 (apache/uima-uimaj-io-jsoncas, SPECIFICATION.adoc): a file a text, offsets in UTF-16 code units. */
export const casJsonOut: ExportFormat = {
  id: 'cas-json',
  title: 'UIMA CAS JSON 0.4',
  hint: 'INCEpTION, DKPro Cassis and other UIMA tools.',
  write(file, _name) {
    const { documents, across } = documentsOf(file)
    const home = new Map(file.highlights.map(({ id, revisionId }) => [id, revisionId]))
    const leaving = groupBy(across, ({ from }) => home.get(from))
    return {
      files:
        documents.length === 0
          ? [{ name: 'empty.json', chunks: () => casOf(null, []) }]
          : documents.map((document) => ({
              name: `${document.name}.json`,
              chunks: () => casOf(document, leaving.get(document.revision.id) ?? []),
            })),
      losses: lossesOf(file, { restored: ['titles', 'details', 'shape', 'arrival', 'revisions', 'across'] }),
    }
  },
}

const VIEW = '_InitialView'

function casOf(document: Document | null, across: readonly FileLink[]): Iterable<string> {
  const structures = document === null ? [] : structuresOf(document, across)
  const members = structures.map((one) => one['%ID']).filter((id) => id !== 1)
  const views = document === null ? {} : { [VIEW]: { '%SOFA': 1, '%MEMBERS': members } }
  return jsonWithList({ '%TYPES': TYPES }, '%FEATURE_STRUCTURES', structures, { '%VIEWS': views })
}

type Structure = { readonly '%ID': number; readonly '%TYPE': string; readonly [feature: string]: unknown }

function structuresOf(document: Document, across: readonly FileLink[]): readonly Structure[] {
  const { article, revision, highlights, links } = document
  let last = 0
  const next = () => ++last
  const sofa = {
    '%ID': next(),
    '%TYPE': 'uima.cas.Sofa',
    sofaNum: 1,
    sofaID: VIEW,
    mimeType: 'text',
    sofaString: revision.text,
  }
  const whole = {
    '%ID': next(),
    '%TYPE': 'uima.tcas.DocumentAnnotation',
    '@sofa': 1,
    begin: 0,
    end: revision.text.length,
    language: article.language ?? 'x-unspecified',
  }
  const record = JSON.stringify({ ...keptDocument(document), across: across.map(wholeLink) })
  const kept = { '%ID': next(), '%TYPE': KEPT, json: record }
  const numbers = new Map(highlights.map(({ id }) => [id, next()]))
  const places = new Map(highlights.map(({ id, anchor }) => [id, { begin: anchor.start, end: anchor.end }]))
  return [
    sofa,
    whole,
    kept,
    ...highlights.map((highlight) => toSpan(highlight, numbers.get(highlight.id) ?? 0)),
    // A relation stands where its target does, as INCEpTION has it.
    ...links.map(({ id, annotator, created, modified, note, from, to, relation }) => ({
      '%ID': next(),
      '%TYPE': LINK,
      '@sofa': 1,
      ...places.get(to),
      '@Governor': numbers.get(from),
      '@Dependent': numbers.get(to),
      ...{ annotator, created, modified, note, ref: id, relation },
    })),
  ]
}

function toSpan(highlight: Highlight, number: number): Structure {
  const { id, anchor, annotator, created, modified, note, tag } = highlight
  const { prefix, suffix } = anchor.quote
  const speaker = speakerOf(highlight)
  return {
    '%ID': number,
    '%TYPE': SPAN,
    '@sofa': 1,
    begin: anchor.start,
    end: anchor.end,
    ...{ annotator, created, modified, note, ref: id, prefix },
    ...(speaker === null ? {} : { speaker }),
    ...{ suffix, tag },
  }
}
