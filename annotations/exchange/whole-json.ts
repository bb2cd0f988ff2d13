import { visit } from 'jsonc-parser'
import { counted } from '../changes/actions/wording'
import { ok, type Result } from '../model/result'
import { badFile, GET_ANEW, type OnFault } from './bad-file'

/** Where the records of a format are in its JSON, key by key: `[]` is any place in a list, `*` any key or place. */
export type RecordPath = readonly string[]

/** What a JSON text says; `isWhole` is false where something of it was at fault, and left out. */
export type Json = { readonly value: unknown; readonly isWhole: boolean }

/**
 * The value of a JSON file. One that is cut off or damaged is refused with the line, the column and the record at which it
 * is, or, when faults are told, gives its whole records: of what `records` leads to, what the fault is in is left out.
 * `name` begins the sentence.
 */
export function readJson(
  { name, text }: { readonly name: string; readonly text: string },
  records: readonly RecordPath[],
  onFault?: OnFault,
): Result<Json> {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text
  try {
    return ok({ value: JSON.parse(body), isWhole: true })
  } catch {
    return readBroken(name, body, records, onFault)
  }
}

function readBroken(name: string, text: string, records: readonly RecordPath[], onFault?: OnFault): Result<Json> {
  const found: Fault[] = []
  let value: unknown
  try {
    value = wholePart(text, records, found)
  } catch (error) {
    // The parser calls itself once a level.
    if (error instanceof RangeError) return badFile(`${name} is not valid JSON: its values are nested too deep.`)
    throw error
  }
  // JSON.parse has refused the text, whatever another parser makes of it.
  const [first = `${name} is not valid JSON.`, ...others] = found.map((fault, index) => sentenceOf(name, fault, index))
  if (!onFault || typeof value !== 'object') return badFile(first, GET_ANEW)
  onFault(first, 'part')
  for (const fault of others.slice(0, MOST_FAULTS)) onFault(fault, 'part')
  if (others.length > MOST_FAULTS) {
    onFault(`${name} is damaged at ${counted(others.length - MOST_FAULTS, 'more place')}.`, 'part')
  }
  return ok({ value, isWhole: false })
}

/** Of a file that is no JSON at all, nobody wants to read every line. */
const MOST_FAULTS = 50

type Fault = {
  readonly kind: 'cut' | 'damaged' | 'ended'
  /** From 1, as editors show them. */
  readonly line: number
  readonly column: number
  /** Of what is left out, or of what goes on without what is at fault. */
  readonly path: readonly (string | number)[]
  /** Whole records before it. */
  readonly whole: number
  /** The line on which what is left out ends: damage may have joined it with what comes next. */
  until: number
}

const IS: { readonly [K in Fault['kind']]: string } = {
  cut: 'breaks off',
  damaged: 'is damaged',
  ended: 'has its end',
}

function sentenceOf(name: string, { kind, line, column, path, whole, until }: Fault, before: number): string {
  const place = `${name} ${IS[kind]} at line ${line}, column ${column}`
  const where = path.length === 0 ? '' : `, in ${wordsOf(path)}`
  const rest =
    kind === 'ended'
      ? ', and what comes after it cannot be read'
      : kind === 'damaged' && until > line
        ? `, which is left out as far as line ${until}`
        : ''
  return `${place}${where}${rest}${before > 0 ? '' : `: ${standing(whole)} before it`}.`
}

/** "3 whole records stand": what is before a fault. */
export function standing(whole: number, noun = 'record'): string {
  if (whole === 0) return `no whole ${noun} stands`
  return `${counted(whole, `whole ${noun}`)} ${whole === 1 ? 'stands' : 'stand'}`
}

/** The name of what a path leads to: "number 4 of “highlights”". */
export function wordsOf(path: readonly PropertyKey[]): string {
  const last = path.at(-1)
  const rest = path.slice(0, -1)
  const own = typeof last === 'number' ? `number ${last + 1}` : `“${String(last)}”`
  return rest.length === 0 ? (typeof last === 'number' ? `${own} of its list` : own) : `${own} of ${wordsOf(rest)}`
}

function fits(step: string | undefined, key: string | number): boolean {
  return step === '*' || step === key || (step === '[]' && typeof key === 'number')
}

/** A list or an object that is being read. */
type Open = {
  readonly items: unknown[] | null
  readonly fields: Record<string, unknown>
  readonly key: string | number
  /** The paths that lead to it, or through it. */
  readonly ways: readonly RecordPath[]
  /** The key of what comes next in it. */
  next: string | number
  /** Something directly in it is at fault: a list goes on with its next record, an object is taken as it was until then. */
  atFault: boolean
  /** Why it is left out. */
  fault: Fault | null
}

/**
 * What of a broken JSON text is whole. A fault takes the smallest thing along that is not on the way to records: a record,
 * or a field beside the lists of them; lists and objects on the way keep what they had.
 */
function wholePart(text: string, records: readonly RecordPath[], faults: Fault[]): unknown {
  const open: Open[] = []
  let root: unknown
  let whole = 0
  let [isCut, hasEnded] = [false, false]

  /** Whether what comes next is a record, or holds some: a text in its place is what is left of it. */
  const leadsOn = (parent: Open | undefined) =>
    parent?.ways.some((way) => fits(way[open.length - 1], parent.next)) ?? false
  const isOnTheWay = ({ ways }: Open, depth: number) => ways.some(({ length }) => length > depth)
  const begin = (items: unknown[] | null) => {
    const parent = open.at(-1)
    const key = parent?.next ?? ''
    const depth = open.length
    const ways = parent ? parent.ways.filter((way) => fits(way[depth - 1], key)) : records
    open.push({ items, fields: {}, key, ways, next: items ? 0 : '', atFault: false, fault: null })
  }
  const store = (value: unknown) => {
    const parent = open.at(-1)
    if (!parent) root ??= value
    else if (parent.items) {
      parent.items.push(value)
    } else if (!parent.atFault) {
      Object.defineProperty(parent.fields, parent.next, { value, enumerable: true, configurable: true, writable: true })
    }
  }
  const step = () => {
    const parent = open.at(-1)
    if (parent && typeof parent.next === 'number') parent.next++
  }
  const blame = (kind: Fault['kind'], line: number, column: number, record: readonly number[] = []) => {
    const at = open.findIndex((one, depth) => !isOnTheWay(one, depth))
    const unit = at === -1 ? open.at(-1) : open[at]
    if (unit && (unit.atFault || unit.fault)) return
    const path = open
      .slice(1, at === -1 ? undefined : at + 1)
      .map(({ key }) => key)
      .concat(record)
    const fault = { kind, line: line + 1, column: column + 1, path, whole, until: line + 1 }
    faults.push(fault)
    if (unit && at === -1) unit.atFault = true
    else if (unit) unit.fault = fault
  }
  /** A brace too many right after a record in a list, or a field beside it: the record ended too early, or is another's. */
  const distrusted = (offset: number): readonly number[] => {
    const list = open.at(-1)
    const follows = /[}"]/.test(text[offset] ?? '') && text.slice(0, offset).trimEnd().endsWith('}')
    if (
      !(follows || text[offset] === ':') ||
      !list?.items?.length ||
      list.atFault ||
      !isOnTheWay(list, open.length - 1)
    )
      return []
    list.items.pop()
    whole--
    return [Number(list.next) - 1]
  }
  const end = (offset: number, line: number, column: number, mark: string) => {
    // Only the innermost of what is open at the end of the text has lost something of itself.
    if (offset >= text.length && !isCut) {
      isCut = true
      blame('cut', line, column)
    } else if (offset < text.length && text[offset] !== mark) blame('damaged', line, column)
    const ended = open.pop()
    if (!ended) return
    const isRecord = ended.ways.some(({ length }) => length === open.length)
    if (ended.fault) ended.fault.until = line + 1
    else {
      store(ended.items ?? ended.fields)
      if (isRecord) whole++
    }
    step()
  }

  visit(
    text,
    {
      onObjectBegin: () => begin(null),
      onArrayBegin: () => begin([]),
      onObjectEnd: (offset, _length, line, column) => end(offset, line, column, '}'),
      onArrayEnd: (offset, _length, line, column) => end(offset, line, column, ']'),
      onObjectProperty: (name) => {
        const here = open.at(-1)
        if (here) here.next = name
      },
      onLiteralValue: (value, offset, length, line, column) => {
        // "12" may have been the beginning of "123".
        if (offset + length >= text.length && open.length > 0) {
          if (!isCut) blame('cut', line, column + length)
          isCut = true
        } else if (!leadsOn(open.at(-1))) store(value)
        step()
      },
      onError: (_code, offset, length, line, column) => {
        if (isCut || hasEnded) return
        if (open.length === 0) {
          hasEnded = root !== undefined
          if (hasEnded) blame('ended', line, column)
          return
        }
        isCut = offset + length >= text.length
        blame(isCut ? 'cut' : 'damaged', line, column + (isCut ? length : 0), distrusted(offset))
      },
    },
    { disallowComments: true, allowTrailingComma: false },
  )
  return root
}
