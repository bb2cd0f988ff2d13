import { z } from 'zod'
import { ok, type Result } from '../../model/result'
import { badFile, type OnFault } from '../bad-file'
import { readJson } from '../whole-json'
import { nameOfRecord, soundPart, whatIsWrong } from './check'
import { type CrossreadFile, crossreadFileSchema, FORMAT, VERSION } from './format'

const RECORDS = ['articles', 'highlights', 'links', 'verdicts', 'speakers'].map((list) => [list, '*'])
/** What stands after the lists, or is one, in a file that is cut off before it. */
const CUT_OFF = { articles: [], highlights: [], links: [], leftOut: { highlights: 0, links: 0 } }

const headSchema = z.object({ format: z.literal(FORMAT), version: z.int().positive() })

/**
 * Reads Crossread JSON. Fails with `bad-file` and a sentence that names the record at fault when the text is not JSON,
 * not of this format, of a newer version, or does not hold together: a link to a highlight that is not in the file, an
 * offset outside its text, words that do not stand where they should.
 *
 * @param onFault told of each record at fault; the rest is then read
 * @param name begins the sentence about a file that is cut off or damaged
 */
export function fromCrossreadJson(text: string, onFault?: OnFault, name = 'This file'): Result<CrossreadFile> {
  const json = readJson({ name, text }, RECORDS, onFault)
  if (!json.ok) return json
  const { value, isWhole } = json.value
  const head = headSchema.safeParse(value)
  if (!head.success) return badFile('This JSON file was not exported by Crossread.')
  if (head.data.version > VERSION) {
    return badFile(
      `This file was written by a newer Crossread: its format has version ${head.data.version}, and this app reads version ${VERSION}.`,
      'Update Crossread, then import the file again.',
    )
  }
  if (onFault) return soundPart(isWhole ? value : { ...CUT_OFF, ...Object(value) }, onFault)
  const file = crossreadFileSchema.safeParse(value)
  if (!file.success) return badFile(describeIssue(value, file.error))
  const wrong = whatIsWrong(file.data)
  return wrong === null ? ok(file.data) : badFile(wrong)
}

const NOUN: Readonly<Record<string, string>> = {
  articles: 'Article',
  highlights: 'Highlight',
  links: 'Link',
  verdicts: 'Verdict',
  speakers: 'Speaker',
}

/** The first thing that is wrong, and in which record: "Highlight hl_01… (number 4), anchor.start: …". */
function describeIssue(json: unknown, error: z.ZodError): string {
  const issue = error.issues[0]
  const [list, index, ...rest] = issue?.path ?? []
  const message = issue?.message ?? 'unknown'
  const noun = NOUN[String(list)]
  if (noun === undefined || typeof index !== 'number') {
    return `The file is not as Crossread writes it: ${[...(issue?.path ?? []), message].join(': ')}.`
  }
  const where = rest.length > 0 ? `, ${rest.join('.')}` : ''
  return `${nameOfRecord(noun, recordAt(json, String(list), index), index)}${where}: ${message}.`
}

function recordAt(json: unknown, list: string, index: number): unknown {
  return z.object({ [list]: z.array(z.unknown()) }).safeParse(json).data?.[list]?.[index]
}
