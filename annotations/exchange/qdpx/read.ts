import { counted } from '../../changes/actions/wording'
import { ok, type Result } from '../../model/result'
import { assemble } from '../assemble/assemble'
import type { ForeignDocument, ForeignHighlight, ForeignLink } from '../assemble/foreign'
import { badFile, goodOf } from '../bad-file'
import type { ImportFormat, InFile } from '../format'
import { momentOf } from '../moment'
import { readSideCar } from '../side-car-file'
import { withoutUnfit } from '../xml'
import { childrenOf, elementsOf, readXml, type XmlElement } from '../xml-tree'
import { sameGuid } from './guid'
import { SIDE_CAR, SIDE_CAR_RECORDS, type SideCar, sideCarSchema } from './side-car'

/** Reads REFI-QDA projects: the coded selections of texts, and of the text of PDFs, with notes and links. */
export const qdpxIn: ImportFormat = {
  id: 'qdpx',
  title: 'REFI-QDA project',
  recognise: ({ name }) => /\.qde$/i.test(name),
  read(files, context) {
    const project = files.find(({ name }) => /\.qde$/i.test(name))
    if (!project) return badFile('There is no project.qde among these files: they are no REFI-QDA project.')
    const xml = readXml(project.text, project.name, WHOLE, context.onFault)
    if (!xml.ok) return xml
    const { root } = xml.value
    if (root.name !== 'Project') return badFile(`${project.name} is no REFI-QDA project.`)
    const { xmlns } = root.attributes
    if (xmlns !== undefined && !/:project:1\./.test(xmlns)) {
      return badFile(`${project.name} is of another version of REFI-QDA (${xmlns}), and Crossread reads version 1.`)
    }
    const ours = readSideCar(
      sideCarSchema,
      files.find(({ name }) => baseName(name) === SIDE_CAR),
      SIDE_CAR_RECORDS,
      context.onFault,
    )
    if (!ours.ok) return ours
    const index = indexOf(root, files)
    const found = goodOf(
      sourcesIn(root).map((source) => readSource(source, index, ours.value)),
      context.onFault,
      'part',
    )
    if (!found.ok) return found
    const highlights = found.value.flatMap((one) => one.highlights)
    const refs = new Map<string | undefined, string>(highlights.map(({ id, ref }) => [id, ref]))
    const links = linksOf(root, index, highlights, ours.value)
    return assemble(
      {
        documents: found.value.map(({ document }) => document),
        highlights,
        links: links.found,
        verdicts: (ours.value?.verdicts ?? []).map((verdict) => ({
          ...verdict,
          where: `Verdict on ${verdict.claim}`,
          claim: refs.get(verdict.claim) ?? '',
          mayDangle: true,
        })),
        notes: [...links.notes, ...passedOver(root)],
      },
      context,
    )
  },
}

/** Elements that say nothing in parts. */
const WHOLE: ReadonlySet<string> = new Set([
  'User',
  'Code',
  'Case',
  'Description',
  'PlainTextContent',
  'PlainTextSelection',
  'Note',
  'Link',
])

/** What elements of a project refer to, by GUID. */
type Index = {
  readonly users: ReadonlyMap<string, string>
  readonly codes: ReadonlyMap<string, string>
  readonly notes: ReadonlyMap<string, string>
  /** Names of cases by the selections in them; null where the program that wrote the project knows no cases. */
  readonly speakers: ReadonlyMap<string, string> | null
  readonly texts: ReadonlyMap<string, string>
}

function indexOf(root: XmlElement, files: readonly InFile[]): Index {
  const texts = new Map(files.map(({ name, text }) => [baseName(name).toLowerCase(), text]))
  const named = (name: string) =>
    new Map(Array.from(elementsOf(root, name), ({ attributes }) => [sameGuid(attributes.guid), attributes.name ?? '']))
  const cases = childrenOf(root, 'Cases')[0]
  const notes = Array.from(
    elementsOf(root, 'Note'),
    (note) => [sameGuid(note.attributes.guid), noteText(note, texts)] as const,
  )
  return {
    users: named('User'),
    codes: named('Code'),
    notes: new Map(notes),
    speakers:
      cases === undefined
        ? null
        : new Map(
            childrenOf(cases, 'Case').flatMap((one) =>
              childrenOf(one, 'SelectionRef').map((ref) => [target(ref), one.attributes.name ?? ''] as const),
            ),
          ),
    texts,
  }
}

function noteText(note: XmlElement, texts: ReadonlyMap<string, string>): string {
  return textOfSource(note, texts) ?? childrenOf(note, 'Description')[0]?.text ?? ''
}

/** Texts of their own, and what programs made of the text of a PDF. */
function sourcesIn(root: XmlElement): readonly { readonly source: XmlElement; readonly name: string | undefined }[] {
  const sources = childrenOf(root, 'Sources').flatMap(({ children }) => children)
  return sources.flatMap((source) => {
    if (source.name === 'TextSource') return [{ source, name: source.attributes.name }]
    return childrenOf(source, 'Representation').map((text) => ({ source: text, name: source.attributes.name }))
  })
}

function passedOver(root: XmlElement): readonly string[] {
  const others = ['PictureSelection', 'PDFSelection', 'AudioSelection', 'VideoSelection', 'TranscriptSelection']
  const count = others.reduce((sum, name) => sum + [...elementsOf(root, name)].length, 0)
  return count === 0 ? [] : [`Left out: ${counted(count, 'selection')} of pictures, pages, sound or film.`]
}

function readSource(
  { source, name }: ReturnType<typeof sourcesIn>[number],
  index: Index,
  ours: SideCar | null,
): Result<{ readonly document: ForeignDocument; readonly highlights: readonly ForeignHighlight[] }> {
  const guid = sameGuid(source.attributes.guid)
  const where = `Source ${name ?? guid}`
  const kept = ours?.texts[guid]
  const text = textOfSource(source, index.texts)
  const selections = childrenOf(source, 'PlainTextSelection')
  const path = source.attributes.plainTextPath
  if (text === null && path !== undefined) {
    const lost = selections.length === 0 ? '' : `, which ${counted(selections.length, 'selection')} stand in`
    return badFile(`${where}: its text ${path} is not among the files${lost}.`)
  }
  const document: ForeignDocument = {
    ref: guid,
    where,
    text: text === null || kept ? text : text.replace(/^\ufeff/, ''),
    unit: 'code-points',
    source: name,
    details: { title: name },
    kept,
  }
  return ok({ document, highlights: selections.flatMap((one) => highlightsOf(one, guid, where, index, ours)) })
}

/** The text in the element itself, or in the file of the archive that it names; null where there is none of either. */
function textOfSource(source: XmlElement, texts: ReadonlyMap<string, string>): string | null {
  const [content] = childrenOf(source, 'PlainTextContent')
  const path = source.attributes.plainTextPath
  return content?.text ?? (path === undefined ? null : (texts.get(baseName(path).toLowerCase()) ?? null))
}

/** A highlight for each code of a selection. */
function highlightsOf(
  selection: XmlElement,
  document: string,
  home: string,
  index: Index,
  ours: SideCar | null,
): ForeignHighlight[] {
  const { attributes } = selection
  const guid = sameGuid(attributes.guid)
  const kept = ours?.selections[guid]
  const codings = childrenOf(selection, 'Coding')
  const place = { start: numberIn(attributes.startPosition), end: numberIn(attributes.endPosition) }
  const said = {
    note: original(noteOf(selection, index), kept?.note),
    annotator: original(index.users.get(sameGuid(attributes.creatingUser)), kept?.annotator),
    created: momentOf(attributes.creationDateTime),
    modified: momentOf(attributes.modifiedDateTime),
    speaker: speakerOf(guid, index, kept?.speaker),
  }
  return (codings.length === 0 ? [null] : codings).map((coding, number) => ({
    ref: number === 0 ? guid : `${guid} ${number + 1}`,
    where: `${home}, selection ${attributes.guid ?? ''}`,
    document,
    ...place,
    label: labelOf(coding, index),
    ...said,
    ...(number === 0 && kept ? { id: kept.id, carried: kept.carried, settled: kept.settled } : {}),
    ...(kept ? { prefix: kept.prefix, suffix: kept.suffix } : {}),
  }))
}

function labelOf(coding: XmlElement | null, { codes }: Index): string {
  const [code] = coding ? childrenOf(coding, 'CodeRef') : []
  return (code && codes.get(target(code))) || 'without a code'
}

/** A program that has no cases has not taken the speaker away. */
function speakerOf(guid: string, { speakers }: Index, kept: string | null | undefined): string | null {
  const said = speakers?.get(guid)
  if (said !== undefined) return original(said, kept ?? undefined) ?? null
  return speakers === null || kept === '' ? (kept ?? null) : null
}

/** What we wrote, where the project still says it as far as XML can; else what it says now. */
function original(said: string | undefined, kept: string | undefined): string | undefined {
  return kept !== undefined && withoutUnfit(kept) === said ? kept : said
}

/** The comment of an element, and the notes that it refers to. */
function noteOf(element: XmlElement, { notes }: Index): string {
  const comment = childrenOf(element, 'Description').map(({ text }) => text)
  const more = childrenOf(element, 'NoteRef').flatMap((ref) => notes.get(target(ref)) ?? [])
  return [...comment, ...more].filter((part) => part !== '').join('\n')
}

function linksOf(
  root: XmlElement,
  index: Index,
  highlights: readonly ForeignHighlight[],
  ours: SideCar | null,
): { readonly found: readonly ForeignLink[]; readonly notes: readonly string[] } {
  const selections = new Set(highlights.map(({ ref }) => ref))
  const all = childrenOf(root, 'Links').flatMap((links) => childrenOf(links, 'Link'))
  const there = guidsIn(root)
  const found = all.flatMap((link): ForeignLink[] => {
    const { guid, name = '', originGUID, targetGUID } = link.attributes
    const [from, to] = [sameGuid(originGUID), sameGuid(targetGUID)]
    // A project also links codes, notes and sources, which are no passages.
    if ([from, to].some((end) => there.has(end) && !selections.has(end))) return []
    const { id, note, annotator, created, modified } = ours?.links[sameGuid(guid)] ?? {}
    const made = { id, annotator, created, modified }
    return [{ where: `Link ${guid ?? ''}`, from, to, label: name, note: original(noteOf(link, index), note), ...made }]
  })
  const others = all.length - found.length
  return {
    found,
    notes: others === 0 ? [] : [`Left out: ${counted(others, 'link')} whose ends are not both coded passages.`],
  }
}

function guidsIn(root: XmlElement): ReadonlySet<string> {
  const guids = new Set<string>()
  const add = ({ attributes, children }: XmlElement) => {
    guids.add(sameGuid(attributes.guid))
    for (const child of children) add(child)
  }
  add(root)
  return guids
}

function target({ attributes }: XmlElement): string {
  return sameGuid(attributes.targetGUID)
}

function numberIn(value: string | undefined): number {
  return value === undefined || value.trim() === '' ? Number.NaN : Number(value)
}

/** The last part of a path, which may be an address such as `internal://….txt`. */
function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
}
