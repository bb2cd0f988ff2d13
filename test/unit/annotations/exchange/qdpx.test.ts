import { describe, expect, test } from 'vitest'
import type { CrossreadFile } from '#annotations/exchange/crossread-json/format'
import type { InFile } from '#annotations/exchange/format'
import { guidOf, guidOfName } from '#annotations/exchange/qdpx/guid'
import { qdpxIn } from '#annotations/exchange/qdpx/read'
import { qdpxOut } from '#annotations/exchange/qdpx/write'
import { must } from '../model-desk'
import { filesOf, readContext, recordsOf, richFile, through, whyNot } from './exchange-desks'
import { ID, smallFile } from './small-desk'

const read = (files: readonly InFile[], more = {}) => qdpxIn.read(files, readContext(more))
const withProject = (change: (project: string) => string) =>
  filesOf(qdpxOut, smallFile).map((file) => (file.name === 'project.qde' ? { ...file, text: change(file.text) } : file))

/** A project as another program writes it: braces, lower case, two codes on one passage, CRLF, a comment. */
function foreign(): InFile[] {
  const g = (digit: number) => `${digit}0000000-0000-0000-0000-000000000000`
  return [
    {
      name: 'project.qde',
      text: `\ufeff<?xml version="1.0" encoding="utf-8"?><q:Project xmlns:q="urn:QDA-XML:project:1.0" name="P">
<q:Users><q:User guid="${g(1)}" name="Bo"/></q:Users>
<q:CodeBook><q:Codes><q:Code guid="${g(2)}" name="Statements" isCodable="false">
<q:Code guid="{${g(3)}}" name="Checkable" isCodable="true"/><q:Code guid="${g(4)}" name="Denial" isCodable="true"/>
</q:Code></q:Codes></q:CodeBook>
<q:Sources>
<q:TextSource guid="${g(5)}" name="news.txt" plainTextPath="internal://${g(5)}.TXT" creatingUser="${g(1)}">
<q:PlainTextSelection guid="${g(6)}" startPosition="13" endPosition="23" creatingUser="${g(1)}" creationDateTime="2024-05-01T10:00:00Z">
<q:Description>Who says so?</q:Description>
<q:Coding guid="${g(7)}"><q:CodeRef targetGUID="${g(3)}"/></q:Coding>
<q:Coding guid="${g(8)}"><q:CodeRef targetGUID="{${g(4)}}"/></q:Coding><q:NoteRef targetGUID="${g(9)}"/>
</q:PlainTextSelection>
<q:PlainTextSelection guid="a${g(1).slice(1)}" startPosition="0" endPosition="1"/>
</q:TextSource>
<q:PDFSource guid="b${g(1).slice(1)}" name="page.pdf"><q:PDFSelection guid="c${g(1).slice(1)}" page="1" firstX="1" firstY="1" secondX="2" secondY="2"/>
<q:Representation guid="d${g(1).slice(1)}"><q:PlainTextContent>No talks &amp; no deal</q:PlainTextContent>
<q:PlainTextSelection guid="e${g(1).slice(1)}" startPosition="0" endPosition="8"><q:Coding guid="f${g(1).slice(1)}"><q:CodeRef targetGUID="${g(3)}"/></q:Coding></q:PlainTextSelection></q:Representation></q:PDFSource>
</q:Sources>
<q:Notes><q:Note guid="${g(9)}"><q:PlainTextContent>See the log.</q:PlainTextContent></q:Note></q:Notes>
<q:Links><q:Link guid="1a000000-0000-0000-0000-000000000000" name="denies" direction="OneWay" originGUID="${g(6)}" targetGUID="e${g(1).slice(1)}"/>
<q:Link guid="1b000000-0000-0000-0000-000000000000" originGUID="${g(9)}" targetGUID="${g(6)}"/></q:Links></q:Project>`,
    },
    { name: `Sources/${g(5)}.txt`, text: '\ufeff👍 It rained\r\nBo denied.' },
  ]
}

describe('a REFI-QDA project', () => {
  test('has codes, selections in code points, notes, links and cases, as the standard has them', () => {
    const [project, ...others] = filesOf(qdpxOut, smallFile)
    const [ada, text] = [guidOfName('Ada'), guidOf(ID('rev', '01'), 'text')]
    const claim = guidOf(ID('hl', '11'), 'selection')
    expect(others.map(({ name }) => name)).toEqual([
      `sources/${text}.txt`,
      `sources/${guidOf(ID('rev', '02'), 'text')}.txt`,
      'crossread.json',
    ])
    const xml = project?.text ?? ''
    expect(xml).toContain(`<User guid="${ada}" name="Ada"/>`)
    expect(xml).toContain(
      `<Code guid="${guidOfName('crossread:claim')}" name="claim" isCodable="true" color="#2563EB"/>`,
    )
    expect(xml).toContain(
      `<TextSource guid="${text}" name="Talks" plainTextPath="internal://${text}.txt" creationDateTime="2024-02-20T09:00:00.000Z">\n` +
        `<PlainTextSelection guid="${claim}" name="No talks were held" startPosition="2" endPosition="20" ` +
        `creatingUser="${ada}" creationDateTime="2024-02-20T09:00:00.000Z" modifiedDateTime="2024-02-21T09:00:00.000Z">` +
        `<Coding guid="${guidOf(ID('hl', '11'), 'coding')}" creatingUser="${ada}" creationDateTime="2024-02-20T09:00:00.000Z">` +
        `<CodeRef targetGUID="${guidOfName('crossread:claim')}"/></Coding><NoteRef targetGUID="${guidOf(ID('hl', '11'), 'note')}"/></PlainTextSelection>`,
    )
    expect(xml).toContain('<PlainTextContent>Says "no", twice</PlainTextContent></Note>')
    expect(xml).toContain(
      `name="the minister"><SelectionRef targetGUID="${guidOf(ID('hl', '12'), 'selection')}"/></Case>`,
    )
    expect(xml).toContain(
      `<Link guid="${guidOf(ID('lnk', '22'), 'link')}" name="denies" direction="OneWay" originGUID="${guidOf(ID('hl', '14'), 'selection')}" targetGUID="${claim}">`,
    )
    expect(qdpxOut.write(smallFile, 'desk').archive).toBe('qdpx')
  })

  test('writes a GUID as 8-4-4-4-12 digits, one for each record, and the same for a name', () => {
    expect(guidOf('hl_01hq3v6a8c0000000000000011', 'selection')).toBe('218DC7B3-290C-0000-0000-000000000021')
    expect(guidOfName('')).toBe('6C62272E-07BB-0142-62B8-21756295C58D')
    expect(guidOfName('a')).toBe('D228CB69-6F1A-8CAF-7891-2B704E4A8964')
    const guids = filesOf(qdpxOut, richFile())[0]?.text.match(/ guid="[^"]*"/g) ?? []
    expect(new Set(guids).size).toBe(guids.length)
  })

  test('restores verdicts, how highlights were carried, and notes that XML cannot hold', () => {
    const rich = richFile()
    const [claim, ...others] = rich.highlights
    if (!claim) throw new Error('no highlight')
    const carried = { from: claim.revisionId, method: 'quote', score: 0.5 } as const
    const file: CrossreadFile = { ...rich, highlights: [{ ...claim, carried, note: 'a\u0001b' }, ...others] }
    const back = through(qdpxOut, qdpxIn, file).file
    expect(recordsOf(back)).toEqual(recordsOf(file))
    expect(back.verdicts).toEqual(file.verdicts)
  })

  test('that a tool changed is believed: a moved end, another note, a case taken away, a code changed', () => {
    const claim = guidOf(ID('hl', '11'), 'selection')
    const files = withProject((xml) =>
      xml
        .replace('endPosition="20"', 'endPosition="10"')
        .replace('Says "no", twice', 'Changed')
        .replace(/<SelectionRef [^>]*>/, `<SelectionRef targetGUID="${claim}"/>`)
        .replace(
          /(endPosition="10"[^>]*><Coding [^>]*><CodeRef targetGUID=")[^"]*/,
          `$1${guidOfName('crossread:denial')}`,
        ),
    )
    const { file } = must(read(files))
    expect(file.highlights[0]).toMatchObject({
      tag: 'denial',
      note: 'Changed',
      anchor: { quote: { exact: 'No talks' } },
    })
    expect(file.highlights[1]).toMatchObject({ tag: 'attribution', speaker: null })
  })

  test('without cases or side-car keeps what the project says', () => {
    const noCases = withProject((xml) => xml.replace(/<Cases>.*<\/Cases>\n/s, ''))
    expect(must(read(noCases)).file.highlights[1]).toMatchObject({ speaker: 'the minister' })
    const bare = filesOf(qdpxOut, smallFile).filter(({ name }) => name !== 'crossread.json')
    const { file } = must(read(bare))
    expect(file.articles.map(({ title }) => title).sort()).toEqual(['Talks', 'وزیر'])
    expect(file.highlights.map(({ tag, anchor, annotator }) => [tag, anchor.quote.exact, annotator])).toEqual(
      expect.arrayContaining([
        ['claim', 'No talks were held', 'Ada'],
        ['denial', 'تردید', 'Ada'],
      ]),
    )
    expect(file.links.map(({ relation, note }) => [relation, note]).sort()).toEqual([
      ['attributes', ''],
      ['denies', 'across'],
    ])
  })

  test('of another program: a highlight a code, positions through CRLF and emoji, the text of a PDF', () => {
    const tags = new Map([['Checkable', 'claim' as const]])
    const { file, notes } = must(read(foreign(), { tags }))
    expect(
      file.highlights.map(({ tag, anchor, note, annotator }) => [tag, anchor.quote.exact, note, annotator]),
    ).toEqual(
      expect.arrayContaining([
        ['claim', 'Bo denied.', 'Who says so?\nSee the log.', 'Bo'],
        ['denial', 'Bo denied.', 'Who says so?\nSee the log.', 'Bo'],
        ['claim', 'No talks', '', 'Reader'],
      ]),
    )
    expect(file.links).toMatchObject([{ relation: 'denies' }])
    expect(file.articles.map(({ title }) => title).sort()).toEqual(['news.txt', 'page.pdf'])
    expect(notes).toEqual(
      expect.arrayContaining([
        'Left out: 1 link whose ends are not both coded passages.',
        'Left out: 1 selection of pictures, pages, sound or film.',
        'Left out: 1 highlight labelled “without a code”.',
      ]),
    )
  })

  test.each([
    [
      'a position outside the text',
      'endPosition="20"',
      'endPosition="99"',
      /^Source Talks, selection .*: it ends at 99, and its text at 45\.$/,
    ],
    [
      'a position that is none',
      'startPosition="2"',
      'startPosition="two"',
      /^Source Talks, selection .*: it goes from NaN to 20/,
    ],
    [
      'an id twice',
      `Selection guid="${guidOf(ID('hl', '12'), 'selection')}`,
      `Selection guid="${guidOf(ID('hl', '11'), 'selection')}`,
      /used twice\.$/,
    ],
    ['a cut-off project', '</Project>', '', /^project\.qde breaks off at line \d+, column 1 \(unclosed tag: Project\)/],
    [
      'another root',
      '<Project',
      '<Projekt',
      /^project\.qde is damaged at line \d+, column \d+ \(unexpected close tag\)/,
    ],
  ])('refuses %s, and names it', (_what, before, after, message) => {
    const files = withProject((xml) => xml.replace(before, after))
    expect(whyNot(read(files))).toMatch(message)
  })
})
