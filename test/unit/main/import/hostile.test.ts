import dns from 'node:dns'
import { readdirSync, readFileSync } from 'node:fs'
import net from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { articleDraftSchema } from '#annotations/model/article-draft'
import { readArticles } from '#main/import/read-articles'
import { hostileFiles } from '../../../support/hostile-files'

/** Milliseconds for one file, on a slow and busy machine; a hang would take for ever. */
const PATIENCE = 20_000
const folder = new URL('../../../fixtures/imports/', import.meta.url)

const requests: string[] = []
const refuse = (how: string) => () => {
  requests.push(how)
  throw new Error('a reader tried to reach the network')
}
beforeAll(() => {
  vi.stubGlobal('fetch', refuse('fetch'))
  vi.spyOn(net.Socket.prototype, 'connect').mockImplementation(refuse('connect'))
  vi.spyOn(dns, 'lookup').mockImplementation(Object.assign(refuse('lookup'), { __promisify__: async () => [] }))
})
afterAll(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** Reads a file and checks what holds for all: no throw, a sentence or valid articles, only web links, no request. */
async function read(name: string, bytes: Uint8Array) {
  const result = await readArticles(bytes, { source: { kind: 'file', name } })
  expect(requests).toEqual([])
  if (!result.ok) {
    expect(result.error.message).toMatch(/^"[^\n]+\.$/)
    expect(result.error.next).toMatch(/\.$/)
    return null
  }
  for (const { draft } of result.value.slice(0, 50)) {
    expect(articleDraftSchema.safeParse(draft).success).toBe(true)
    for (const { text, marks = [] } of draft.blocks.slice(0, 5_000)) {
      expect(text.includes('alert("ran")') || text.includes("alert('ran')")).toBe(false)
      for (const mark of marks) {
        expect(mark.start < mark.end && mark.end <= text.length).toBe(true)
        if (mark.type === 'link') expect(mark.href).toMatch(/^https?:\/\/[^@]+$/)
      }
    }
  }
  return result.value
}

describe('files made to do harm', () => {
  it.each(hostileFiles().map((file) => [file.name, file] as const))(
    '%s',
    { timeout: PATIENCE },
    async (name, { bytes }) => {
      await read(name, bytes)
    },
  )
})

describe('good files, broken', () => {
  const names = readdirSync(folder).filter((name) => name !== 'expected.json')
  const ways: Record<string, (bytes: Uint8Array) => Uint8Array> = {
    'cut to a tenth': (bytes) => bytes.slice(0, bytes.length / 10),
    'cut to a half': (bytes) => bytes.slice(0, bytes.length / 2),
    'without their last bytes': (bytes) => bytes.slice(0, -7),
    'with a hole': (bytes) => bytes.map((byte, i) => (i > bytes.length / 3 && i < bytes.length / 2 ? 0 : byte)),
    'with every 97th byte changed': (bytes) => bytes.map((byte, i) => (i % 97 === 50 ? byte ^ 0x55 : byte)),
    'after other bytes': (bytes) => Uint8Array.from([...Buffer.from('\r\n\0junk'), ...bytes]),
  }
  it.each(Object.entries(ways))('%s', { timeout: PATIENCE * 3 }, async (_, change) => {
    for (const name of names) await read(name, change(new Uint8Array(readFileSync(new URL(name, folder)))))
  })
})

describe('a sentence says what is wrong', () => {
  const files = new Map(hostileFiles().map(({ name, bytes }) => [name, bytes]))
  it.each([
    ['empty.txt', 'is empty'],
    ['picture.txt', 'is a picture'],
    ['protected.docx', 'is protected by a password'],
    ['protected.odt', 'is protected by a password'],
    ['old.doc', 'old format'],
    ['too-long.txt', 'more than 20 million characters'],
    ['short-lines.txt', 'more than 200000 paragraphs'],
    ['deeper.html', 'nested more than'],
    ['too-many.html', 'more than 400000 elements'],
    ['many.epub', 'more than 10000 files'],
    ['out.epub', 'leads out of it'],
    ['drm.epub', 'DRM'],
    ['bomb.docx', 'more than 200 times its size'],
    ['lying-4000000000-a.docx', 'would unpack to more than 300 MB'],
    ['scan.pdf', 'is a scan'],
    ['rows.jsonl', 'more than 10000 articles'],
    ['unnamed.csv', 'does not say which column holds the text'],
    ['sheet.xlsx', 'is a spreadsheet'],
    ['text.zip', 'is an archive'],
  ])('%s %s', async (name, sentence) => {
    const result = await readArticles(files.get(name) ?? new Uint8Array(), { source: { kind: 'file', name } })
    expect(result.ok ? 'read' : result.error.message).toContain(sentence)
  })
})

it('any bytes behind any beginning end in articles or a sentence', { timeout: 60_000 }, async () => {
  const beginnings = [
    '',
    '%PDF-1.4\n',
    'PK\x03\x04',
    '{\\rtf1 ',
    '<html>',
    'From: a\nTo: b\nDate: c\n\n',
    '{"text":"',
    'title,text\n',
    '---\na: b\n---\n',
    '\xff\xfe',
    'Version:0.9\r\n<html>',
  ]
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 40 }).map((s) => new Uint8Array(Buffer.from(s))),
    fc
      .constantFrom(
        '<p>',
        '</p>',
        '<div hidden>',
        '<a href="',
        '">',
        '<br>',
        '&#x',
        '\\par ',
        '\\b ',
        "\\'",
        '{',
        '}',
        '"',
        ',',
        '\n\n',
        '# ',
        '> ',
        '* ',
        '| a |\n|-|',
        'stream\n',
        'endobj',
        '\r\n--a\r\n',
        'ہے۔ ',
      )
      .map((s) => new Uint8Array(Buffer.from(s))),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...beginnings),
      fc.array(piece, { maxLength: 25 }),
      fc.constantFrom('a.txt', 'a.html', 'a.md', 'a.csv', 'a.jsonl', 'a.eml', 'a.mhtml', 'a.rtf', 'a'),
      async (beginning, pieces, name) => {
        await read(name, new Uint8Array(Buffer.concat([Buffer.from(beginning, 'latin1'), ...pieces])))
      },
    ),
    { numRuns: 250 },
  )
})
