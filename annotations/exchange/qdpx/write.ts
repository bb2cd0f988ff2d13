import { type Highlight, speakerOf, TAGS, type Tag } from '../../model/highlight'
import { isSymmetric } from '../../model/relation'
import type { CrossreadFile } from '../crossread-json/format'
import { type Document, documentsOf, type FileLink, groupBy } from '../documents'
import type { ExportFormat } from '../format'
import { jsonList, jsonRecords, lazily } from '../json-chunks'
import { keptDocument, keptHighlight, keptLink } from '../kept'
import { lossesOf } from '../losses'
import { offsetsOf, pointSpan } from '../offsets'
import { attributes, escapeText, isUnfit } from '../xml'
import { guidOf, guidOfName } from './guid'
import { SIDE_CAR, type SideCar } from './side-car'

/**
 * A REFI-QDA project (REFI-QDA 1.5, qdasoftware.org): a ZIP of project.qde and plain texts. Positions are Unicode code
 * points, the end after the last one as in the examples of the standard.
 */
export const qdpxOut: ExportFormat = {
  id: 'qdpx',
  title: 'REFI-QDA project',
  hint: 'ATLAS.ti, MAXQDA, NVivo, QualCoder and other programs for qualitative analysis.',
  write(file, _name) {
    const { documents } = documentsOf(file)
    return {
      files: [
        { name: 'project.qde', chunks: () => projectOf(file, documents) },
        ...documents.map((document) => ({
          name: `sources/${guidOf(document.revision.id, 'text')}.txt`,
          chunks: () => [document.revision.text],
        })),
        { name: SIDE_CAR, chunks: () => sideCarOf(file, documents) },
      ],
      losses: lossesOf(file, {
        carries: ['desk'],
        gone: ['widened'],
        restored: ['details', 'shape', 'arrival', 'revisions', 'context', 'linkMakers', 'verdicts', 'carried'],
      }),
      archive: 'qdpx',
    }
  },
}

const COLORS: { readonly [T in Tag]: string } = { claim: '#2563EB', attribution: '#B45309', denial: '#DC2626' }

/** The GUID of a tag's code: the same in every project, so that projects can be merged. */
const codeGuid = (tag: Tag): string => guidOfName(`crossread:${tag}`)

function* projectOf(file: CrossreadFile, documents: readonly Document[]): Iterable<string> {
  const { desk, highlights, links } = file
  yield '<?xml version="1.0" encoding="utf-8"?>\n'
  yield '<Project xmlns="urn:QDA-XML:project:1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
  yield 'xsi:schemaLocation="urn:QDA-XML:project:1.0 http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd"'
  yield `${attributes({ name: desk.name, origin: 'Crossread', creationDateTime: desk.created })}>\n`
  yield* section('Users', usersOf(file))
  yield* section('CodeBook', section('Codes', TAGS.map(codeOf)))
  yield* section('Cases', casesOf(highlights))
  yield* section('Sources', sourcesOf(documents))
  yield* section('Notes', notesOf(highlights, links))
  yield* section('Links', links.map(linkOf))
  yield '</Project>\n'
}

/** An element that the standard wants left out when nothing is in it. */
function* section(name: string, contents: Iterable<string>): Iterable<string> {
  let open = false
  for (const part of contents) {
    if (!open) yield `<${name}>\n`
    open = true
    yield part
  }
  if (open) yield `</${name}>\n`
}

function usersOf({ highlights, links }: CrossreadFile): string[] {
  const names = new Set([...highlights, ...links].map(({ annotator }) => annotator))
  return [...names].sort().map((name) => `<User${attributes({ guid: guidOfName(name), name })}/>\n`)
}

function codeOf(tag: Tag): string {
  return `<Code${attributes({ guid: codeGuid(tag), name: tag, isCodable: 'true', color: COLORS[tag] })}/>\n`
}

/** Speakers: a case is what a study is about, and takes part in selections. */
function* casesOf(highlights: readonly Highlight[]): Iterable<string> {
  const spoken = highlights.filter((highlight) => speakerOf(highlight))
  for (const [speaker, selections] of groupBy(spoken, speakerOf)) {
    const refs = selections.map(({ id }) => `<SelectionRef${attributes({ targetGUID: guidOf(id, 'selection') })}/>`)
    const name = speaker ?? ''
    yield `<Case${attributes({ guid: guidOfName(`speaker:${name}`), name })}>${refs.join('')}</Case>\n`
  }
}

function* sourcesOf(documents: readonly Document[]): Iterable<string> {
  for (const { article, revision, highlights } of documents) {
    const guid = guidOf(revision.id, 'text')
    const known = {
      guid,
      name: article.title,
      plainTextPath: `internal://${guid}.txt`,
      creationDateTime: revision.added,
    }
    yield `<TextSource${attributes(known)}>\n`
    const offsets = offsetsOf(revision.text)
    for (const highlight of highlights) {
      const { start, end } = pointSpan(offsets, revision.text, highlight.anchor)
      yield selectionOf(highlight, start, end)
    }
    yield '</TextSource>\n'
  }
}

const MOST_NAME = 80

function selectionOf(highlight: Highlight, startPosition: number, endPosition: number): string {
  const { id, tag, note, annotator, created, modified, anchor } = highlight
  const made = { creatingUser: guidOfName(annotator), creationDateTime: created }
  const known = {
    guid: guidOf(id, 'selection'),
    name: nameOf(anchor.quote.exact),
    startPosition,
    endPosition,
    ...made,
    modifiedDateTime: modified,
  }
  const coding = `<Coding${attributes({ guid: guidOf(id, 'coding'), ...made })}><CodeRef${attributes({ targetGUID: codeGuid(tag) })}/></Coding>`
  return `<PlainTextSelection${attributes(known)}>${coding}${note === '' ? '' : noteRef(guidOf(id, 'note'))}</PlainTextSelection>\n`
}

/** A passage in one line, cut after so many code points. */
function nameOf(exact: string): string {
  const line = exact.replace(/\s+/g, ' ')
  if (line.length <= MOST_NAME) return line
  const points = Array.from(line.slice(0, 2 * (MOST_NAME + 1)))
  return points.length > MOST_NAME ? `${points.slice(0, MOST_NAME).join('')}…` : line
}

function noteRef(targetGUID: string): string {
  return `<NoteRef${attributes({ targetGUID })}/>`
}

function* notesOf(highlights: readonly Highlight[], links: readonly FileLink[]): Iterable<string> {
  for (const highlight of highlights) yield* noteOf(guidOf(highlight.id, 'note'), highlight)
  for (const link of links) yield* noteOf(guidOf(link.id, 'linkNote'), link)
}

type Noted = Pick<FileLink, 'note' | 'annotator' | 'created'>

function* noteOf(guid: string, { note, annotator, created }: Noted): Iterable<string> {
  if (note === '') return
  const made = { guid, creatingUser: guidOfName(annotator), creationDateTime: created }
  yield `<Note${attributes(made)}><PlainTextContent>${escapeText(note)}</PlainTextContent></Note>\n`
}

function linkOf({ id, from, to, relation, note }: FileLink): string {
  const known = {
    guid: guidOf(id, 'link'),
    name: relation,
    direction: isSymmetric(relation) ? 'Associative' : 'OneWay',
    originGUID: guidOf(from, 'selection'),
    targetGUID: guidOf(to, 'selection'),
  }
  return `<Link${attributes(known)}>${note === '' ? '' : noteRef(guidOf(id, 'linkNote'))}</Link>\n`
}

/** In XML a note has lost what XML cannot hold; only then is it here too. */
function lean<T extends { readonly note?: string | undefined }>({ note, ...kept }: T) {
  return note !== undefined && isUnfit(note) ? { ...kept, note } : kept
}

function* sideCarOf(file: CrossreadFile, documents: readonly Document[]): Iterable<string> {
  type Of<Part extends 'texts' | 'selections' | 'links'> = readonly [string, SideCar[Part][string]]
  yield '{"format":"crossread-qdpx","texts":'
  yield* jsonRecords(lazily(documents, (one): Of<'texts'> => [guidOf(one.revision.id, 'text'), keptDocument(one)]))
  yield ',"selections":'
  yield* jsonRecords(
    lazily(file.highlights, (one): Of<'selections'> => {
      const { carried, settled } = one
      const kept = lean(keptHighlight(one, ['created', 'modified']))
      const origin = { ...(carried ? { carried } : {}), ...(settled ? { settled } : {}) }
      return [guidOf(one.id, 'selection'), { ...kept, ...origin }]
    }),
  )
  yield ',"links":'
  yield* jsonRecords(lazily(file.links, (one): Of<'links'> => [guidOf(one.id, 'link'), lean(keptLink(one))]))
  yield ',"verdicts":'
  yield* jsonList(file.verdicts ?? [])
  yield '}\n'
}
