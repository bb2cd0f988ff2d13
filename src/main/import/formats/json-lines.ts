import { BadFile } from '../bad-file'
import type { FormatReader } from '../imported-article'
import { decodeText } from '../text/decode'
import { readRecords, type TextRecord } from './records'

/** One JSON object a line, or an array of them; a line that is broken is reported, and the others come in. */
export const readJsonLines: FormatReader = async (bytes, context) => {
  const { objects, broken } = objectsOf(decodeText(bytes, context.charset))
  if (objects.length === 0)
    throw new BadFile(
      'holds no articles as JSON.',
      'Each line must be one JSON object, with the text under a key such as "text".',
    )
  const records = objects.map(flatten)
  const names = [...new Set(records.slice(0, 1_000).flatMap((record) => Object.keys(record)))]
  return readRecords(records, names, context, broken)
}

type Objects = { readonly objects: readonly object[]; readonly broken: readonly number[] }

function objectsOf(text: string): Objects {
  const whole = parseJson(text)
  if (Array.isArray(whole)) return { objects: whole.filter(isObject), broken: [] }
  if (isObject(whole)) return { objects: [whole], broken: [] }
  const objects: object[] = []
  const broken: number[] = []
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue
    const value = parseJson(line)
    if (isObject(value)) objects.push(value)
    else broken.push(index + 1)
  }
  return { objects, broken }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Text, numbers, lists of them, and the `name` of an object: "source": {"name": "Coast Courier"}. One level is enough. */
function flatten(object: object): TextRecord {
  return Object.fromEntries(
    Object.entries(object).flatMap(([key, value]) => {
      const text = textOf(value) ?? (isObject(value) && 'name' in value ? textOf(value.name) : undefined)
      return text === undefined ? [] : [[key, text] as const]
    }),
  )
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (!Array.isArray(value) || !value.every((one) => typeof one === 'string')) return undefined
  // A list of long texts is a list of paragraphs; of short ones, of names.
  return value.join(value.some((one) => one.length > 80) ? '\n\n' : ', ')
}
