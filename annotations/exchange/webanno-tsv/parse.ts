import { ok, type Result } from '../../model/result'
import { badFile, goodOf, type OnFault } from '../bad-file'
import { NO_SPAN, NO_VALUE, splitUnescaped, unescapeText, unescapeValue, withoutId } from './escaping'

/** A layer of the header: its columns, and for relations the layer of what they join. */
type Layer = {
  readonly kind: 'span' | 'relation' | 'chain'
  readonly name: string
  readonly features: readonly string[]
  readonly first: number
  readonly base: string | null
}

/** An annotation as far as the file tells: where its tokens are, and its features; null is a feature without a value. */
export type TsvSpan = {
  readonly where: string
  readonly layer: string
  readonly key: string
  readonly features: Readonly<Record<string, string | null>>
  readonly start: number
  readonly end: number
}
export type TsvRelation = Pick<TsvSpan, 'where' | 'layer' | 'features'> & { readonly from: string; readonly to: string }
export type TsvDocument = {
  readonly text: string
  readonly spans: readonly TsvSpan[]
  readonly relations: readonly TsvRelation[]
  readonly skipped: readonly string[]
  readonly tokens: number
  /** Of these, how many do not stand where they say. */
  readonly misplaced: number
}

type Row = {
  readonly where: string
  readonly id: string
  readonly start: number
  readonly end: number
  readonly word: string
  readonly cells: readonly string[]
  /** A line before it cannot be read: what is marked on one side of it may go on in it. */
  readonly isAfterGap: boolean
}
type Sentence = { readonly text: string; readonly rows: readonly Row[] }

/** How a file is read: beside its whole text, where that is known, and past the lines that are at fault, where they are told. */
export type TsvReading = { readonly text?: string | undefined; readonly onFault?: OnFault | undefined }

/**
 * Reads a WebAnno TSV 3 file; fails with the line that is none of it, or tells it and goes on. What is marked on a token at
 * fault, or may go on in a line that cannot be read, is left out.
 */
export function parseTsv(source: string, name: string, { text: known, onFault }: TsvReading = {}): Result<TsvDocument> {
  const lines = source.replace(/^\ufeff/, '').split(/\r?\n/)
  if (!/^#FORMAT=WebAnno TSV 3\.[123]$/.test(lines[0] ?? '')) {
    return badFile(`${name} is not WebAnno TSV 3: its first line is “${(lines[0] ?? '').slice(0, 40)}”.`)
  }
  const layers = layersOf(lines)
  const onLine: OnFault | undefined =
    onFault && ((fault, took) => onFault(`${fault} What is marked there is left out.`, took))
  const read = sentencesIn(lines, name, onLine)
  if (!read.ok) return read
  const { sentences, isCut } = read.value
  const text = known ?? textOf(sentences)
  const all = sentences.flatMap(({ rows }) => rows)
  const good = goodOf(
    all.map((row) =>
      text.slice(row.start, row.end) === row.word
        ? ok(row)
        : badFile(`${row.where}: the token “${row.word}” does not stand at ${row.start} to ${row.end}.`),
    ),
    onLine,
  )
  if (!good.ok) return good
  const torn = tornIn(layers, all, new Set(good.value), isCut)
  const relations = goodOf(
    layers.filter(({ kind }) => kind === 'relation').map((layer) => relationsOf(layer, good.value)),
    onFault,
  )
  if (!relations.ok) return relations
  const spans = layers.filter(({ kind }) => kind === 'span').flatMap((layer) => spansOf(layer, all))
  return ok({
    text,
    spans: spans.filter(({ key }) => !torn.has(key)),
    relations: relations.value.flat(),
    skipped: layers.filter(({ kind }) => kind === 'chain').map((layer) => layer.name),
    tokens: all.length,
    misplaced: all.length - good.value.length,
  })
}

function sentencesIn(
  lines: readonly string[],
  name: string,
  onFault?: OnFault,
): Result<{ readonly sentences: readonly Sentence[]; readonly isCut: boolean }> {
  const sentences: { text: string; rows: Row[] }[] = []
  const seen = new Set<string>()
  let isAfterGap = false
  let heading = false
  for (const [index, line] of lines.entries()) {
    const where = `${name}, line ${index + 1}`
    if (line.startsWith('#Text=')) {
      const words = unescapeText(line.slice('#Text='.length))
      const last = sentences.at(-1)
      if (heading && last) last.text += `\n${words}`
      else sentences.push({ text: words, rows: [] })
      heading = true
    } else if (line !== '' && !line.startsWith('#')) {
      heading = false
      const row = rowOf(line, where, index === lines.length - 1, seen)
      if (row.ok) {
        seen.add(row.value.id)
        if (sentences.length === 0) sentences.push({ text: '', rows: [] })
        sentences.at(-1)?.rows.push({ ...row.value, isAfterGap })
      } else if (onFault) onFault(row.error.message)
      else return row
      isAfterGap = !row.ok
    }
  }
  const unended = endOf(sentences.at(-1))
  if (unended !== null && !isAfterGap) {
    const cut = `${name} breaks off after line ${lines.length}: of its last sentence, “${unended}” is missing.`
    if (!onFault) return badFile(cut)
    onFault(cut, 'part')
  }
  return ok({ sentences, isCut: isAfterGap || unended !== null })
}

/** What of a sentence stands after its last token; null where that is nothing, or a sign that is no word's. */
function endOf(sentence: Sentence | undefined): string | null {
  if (!sentence) return null
  const end = Math.max(0, ...sentence.rows.map((row) => row.end))
  const rest = sentence.text.slice(end - (startOf(sentence) ?? 0)).trim()
  return /[\p{L}\p{N}]/u.test(rest) ? rest.slice(0, 40) : null
}

/** Every line ends with a tab and a line feed; the last one, without either, is a part of one. */
function rowOf(
  line: string,
  where: string,
  isLast: boolean,
  seen: ReadonlySet<string>,
): Result<Omit<Row, 'isAfterGap'>> {
  const [, id = '', start = '', end = '', rest = ''] = /^(\d+-\d+(?:\.\d+)?)\t(\d+)-(\d+)\t([\s\S]*)$/.exec(line) ?? []
  if (id === '') return badFile(`${where}: it is no token: an id, its offsets and its words are missing.`)
  if (seen.has(id)) return badFile(`${where}: the token ${id} is there twice.`)
  if (isLast && !line.endsWith('\t')) return badFile(`${where}: it breaks off.`)
  const [word = '', ...cells] = rest.split('\t')
  return ok({ where, id, start: Number(start), end: Number(end), word, cells })
}

/** The text of a file without a side-car: between sentences it has offsets alone. */
function textOf(sentences: readonly Sentence[]): string {
  const starts = sentences.map(startOf)
  let text = ''
  for (const [index, sentence] of sentences.entries()) {
    const [start, next] = [starts[index], starts[index + 1]]
    const least = text.length + (text === '' ? 0 : 1)
    // One that would stand in what is before it, or in the next one that fits, has wrong offsets itself.
    const fits =
      start !== undefined &&
      start >= text.length &&
      !(next !== undefined && start + sentence.text.length > next && next >= least + sentence.text.length)
    text = appended(text, fits ? start : least, sentence.text)
  }
  return text
}

/** Where most tokens of a sentence say that it begins. */
function startOf({ text, rows }: Sentence): number | undefined {
  const votes = new Map<number, number>()
  let from = 0
  for (const { id, start, word } of rows) {
    // Parts of a token come after it, and may stand anywhere in it.
    const at = id.includes('.') ? -1 : text.indexOf(word, from)
    if (at === -1) continue
    from = at + word.length
    votes.set(start - at, (votes.get(start - at) ?? 0) + 1)
  }
  const [most] = [...votes].sort(([, a], [, b]) => b - a)
  return most?.[0] ?? rows[0]?.start
}

/** A line feed between sentences, and spaces where there was more. */
function appended(text: string, start: number, sentence: string): string {
  const gap = start - text.length
  const between = gap <= 0 ? '' : text === '' ? ' '.repeat(gap) : `\n${' '.repeat(gap - 1)}`
  return `${text}${between}${sentence}`
}

function tokenOf({ id }: Row): string {
  return id.split('.', 1)[0] ?? id
}

/** The spans with a token at fault, and those of several tokens that may go on in a line that cannot be read. */
function tornIn(
  layers: readonly Layer[],
  rows: readonly Row[],
  good: ReadonlySet<Row>,
  isCut: boolean,
): ReadonlySet<string> {
  const torn = new Set<string>()
  if (good.size === rows.length && !isCut && !rows.some(({ isAfterGap }) => isAfterGap)) return torn
  const keysAt = (row: Row, canGoOn: boolean) =>
    layers
      .filter(({ kind }) => kind === 'span')
      .flatMap((layer) =>
        [...stackOf(layer, row).entries()]
          .filter(([, { id }]) => !canGoOn || id !== null)
          .map(([index, { id }]) => keyOf(layer.name, id, row.id, index)),
      )
  // A token and the parts of it that follow it stand on the same side of a gap.
  const beside = (row: Row | undefined) =>
    new Set(rows.filter((one) => row && tokenOf(one) === tokenOf(row)).flatMap((one) => keysAt(one, true)))
  for (const [index, row] of rows.entries()) {
    if (!good.has(row)) for (const key of keysAt(row, false)) torn.add(key)
    if (!row.isAfterGap) continue
    const [before, after] = [beside(rows[index - 1]), beside(row)]
    for (const key of before) if (!after.has(key)) torn.add(key)
    for (const key of after) if (!before.has(key)) torn.add(key)
  }
  if (isCut) for (const key of beside(rows.at(-1))) torn.add(key)
  return torn
}

function layersOf(lines: readonly string[]): readonly Layer[] {
  let column = 0
  return lines.flatMap((line): Layer[] => {
    const [, sort = '', declared = ''] = /^#T_(SP|RL|CH)=(.*)$/.exec(line) ?? []
    if (sort === '') return []
    const [name = '', ...features] = declared.split('|')
    const first = column
    // A layer without a feature has one column all the same.
    const columns = features.filter((feature) => feature !== '')
    column += Math.max(1, columns.length)
    const base = columns.find((feature) => feature.startsWith('BT_'))?.slice('BT_'.length) ?? null
    const kind = sort === 'SP' ? 'span' : sort === 'RL' ? 'relation' : 'chain'
    return [{ kind, name, features: columns, first, base }]
  })
}

/** The annotations of one column set at one token, each with what the columns say of it. */
function stackOf({ first, features }: Layer, { cells }: Row) {
  const columns = Array.from({ length: Math.max(1, features.length) }, (_, index) => cells[first + index] ?? NO_SPAN)
  if (columns.every((one) => one === NO_SPAN)) return []
  const parts = columns.map((one) => splitUnescaped(one, '|').map(withoutId))
  const depth = Math.max(...parts.map((one) => one.length))
  return Array.from({ length: depth }, (_, index) => ({
    id: parts.map((one) => one[index]?.id).find((one) => one !== null && one !== undefined) ?? null,
    raw: parts.map((one) => one[index]?.value ?? NO_VALUE),
    features: Object.fromEntries(
      features.map((feature, column) => {
        const value = parts[column]?.[index]?.value ?? NO_VALUE
        return [feature, value === NO_VALUE || value === NO_SPAN ? null : unescapeValue(value)]
      }),
    ),
  }))
}

const keyOf = (layer: string, id: string | null, unit: string, index: number) =>
  id === null ? `${layer} ${unit}${index > 0 ? `#${index}` : ''}` : `${layer} [${id}]`

function spansOf(layer: Layer, rows: readonly Row[]): readonly TsvSpan[] {
  const spans = new Map<string, TsvSpan>()
  for (const row of rows) {
    for (const [index, { id, features }] of stackOf(layer, row).entries()) {
      const key = keyOf(layer.name, id, row.id, index)
      const there = spans.get(key)
      const [start, end] = [Math.min(there?.start ?? row.start, row.start), Math.max(there?.end ?? 0, row.end)]
      spans.set(key, { where: there?.where ?? row.where, layer: layer.name, key, features, start, end })
    }
  }
  return [...spans.values()]
}

function relationsOf(layer: Layer, rows: readonly Row[]): Result<readonly TsvRelation[]> {
  const relations: TsvRelation[] = []
  const { base, name, features } = layer
  for (const row of rows) {
    for (const { raw, id, features: found } of stackOf(layer, row)) {
      const source = raw[features.findIndex((feature) => feature.startsWith('BT_'))]
      if (base === null || source === undefined)
        return badFile(`${row.where}: the layer ${name} does not say what it joins.`)
      const [from = '0', to = '0'] = (id ?? '').split('_')
      const end = (number: string, unit: string) =>
        keyOf(base, number === '0' || number === '' ? null : number, unit, 0)
      relations.push({ where: row.where, layer: name, features: found, from: end(from, source), to: end(to, row.id) })
    }
  }
  return ok(relations)
}
