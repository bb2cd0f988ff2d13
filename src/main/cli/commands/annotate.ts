import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Fault } from '#annotations/exchange/bad-file'
import { readRecords } from '#annotations/exchange/records/read'
import { errorCode } from '../../desk/fs/desk-fs'
import { knownOf } from '../../exchange/read-exchange'
import type { Command } from '../command'
import { fail } from '../output'
import { readContext, readInput, TAKE_IN, TAKE_IN_HELP, takeIn, wantedIn, withDeskToChange } from '../take-in'

const RECORDS = { id: 'records', title: 'Single records' } as const

export const annotate: Command = {
  name: 'annotate',
  summary: 'add highlights and links from a file or the standard input',
  help: `Usage: crossread annotate [FILE] [--dry-run] [--partial] [--desk DIR]

Adds highlights to articles of the desk, and links between highlights, in one action that undo takes back. FILE is a JSON
list, JSON Lines or a CSV table with a header; without it, or for -, the standard input is read. Each record that cannot be
taken is named, with the reason.

A highlight has a tag (claim, attribution or denial) and says where it is:
  article      the id of an article of the desk, or its address; or else text: its whole text
  quote        the passage, word for word; prefix and suffix tell two alike apart
  start, end   UTF-16 offsets in the article's text, in place of the quote or beside it; where they disagree, the quote counts
  note, speaker, annotator, created, and ref: a name for links of the same file

A link has from and to, each a ref of the file or the id of a highlight, and a relation (attributes, denies, contradicts,
supports, repeats, updates or relates).

${TAKE_IN_HELP}

  echo '[{"article": "https://example.org/talks", "quote": "No talks were held", "tag": "claim", "ref": "a"},
         {"from": "hl_01jtf…", "to": "a", "relation": "denies"}]' | crossread annotate
  crossread annotate claims.csv --dry-run --json`,
  options: TAKE_IN,
  async run(given, out) {
    const [path = '-', ...more] = given.words
    if (more.length > 0) return fail(out, { code: 'invalid-input', message: 'Name one file, or none.' }, 2)
    const wanted = wantedIn(given)
    const name = path === '-' ? 'The standard input' : basename(path)
    let text: string
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(path === '-' ? readInput() : await readFile(path))
    } catch (error) {
      return fail(out, { code: 'bad-file', message: `${name} ${whyNot(error)}` })
    }
    return await withDeskToChange(given, out, async (desk) => {
      const faults: Fault[] = []
      const read = readRecords({ name, text }, desk.records, {
        ...readContext(desk, wanted),
        known: knownOf(desk.records),
        onFault: (sentence, took = 'record') => void faults.push({ sentence, took }),
      })
      if (!read.ok) return fail(out, read.error)
      const { file, notes, labels } = read.value
      const exchange = {
        format: RECORDS,
        name,
        verb: 'Add',
        files: [{ name, file }],
        notes,
        faults,
        labels,
        theirs: null,
      } as const
      const taken = await takeIn(desk, exchange, null, wanted, out)
      if (taken && wanted.json) out.print(JSON.stringify(taken.outcome, null, 2))
      return taken === null || taken.failed ? 1 : 0
    })
  },
}

function whyNot(error: unknown): string {
  if (error instanceof TypeError) return 'is no text in UTF-8.'
  return errorCode(error) === 'ENOENT' ? 'is not there.' : `cannot be read: ${String(error)}.`
}
