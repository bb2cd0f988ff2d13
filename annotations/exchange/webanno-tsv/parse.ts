import { ok, type Result } from '../../model/result'
import { badFile } from '../bad-file'
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
}

type Row = {
  readonly where: string
  readonly id: string
  readonly start: number
  readonly end: number
  readonly cells: readonly string[]
}

/** Reads a WebAnno TSV 3 file; fails with the line that is none of it. */
export function parseTsv(source: string, name: string): Result<TsvDocument> {
  const lines = source.replace(/^\ufeff/, '').split(/\r?\n/)
  if (!/^#FORMAT=WebAnno TSV 3\.[123]$/.test(lines[0] ?? '')) {
    return badFile(`${name} is not WebAnno TSV 3: its first line is “${(lines[0] ?? '').slice(0, 40)}”.`)
  }
  const layers = layersOf(lines)
  const rows: Row[] = []
  let text = ''
  let sentence: string[] = []
  for (const [index, line] of lines.entries()) {
    const where = `${name}, line ${index + 1}`
    if (line.startsWith('#Text=')) sentence.push(unescapeText(line.slice('#Text='.length)))
    else if (line === '' || line.startsWith('#')) continue
    else {
      const [, id = '', start = '', end = '', rest = ''] =
        /^(\d+-\d+(?:\.\d+)?)\t(\d+)-(\d+)\t([\s\S]*)$/.exec(line) ?? []
      if (id === '') return badFile(`${where}: it is no token: an id, its offsets and its words are missing.`)
      if (sentence.length > 0) text = appended(text, Number(start), sentence.join('\n'))
      sentence = []
      rows.push({ where, id, start: Number(start), end: Number(end), cells: rest.split('\t').slice(1) })
      if (text.slice(Number(start), Number(end)) !== rest.split('\t', 1)[0]) {
        return badFile(`${where}: the token “${rest.split('\t', 1)[0]}” does not stand at ${start} to ${end}.`)
      }
    }
  }
  const spans = layers.filter(({ kind }) => kind === 'span').flatMap((layer) => spansOf(layer, rows))
  const relations: TsvRelation[] = []
  for (const layer of layers.filter(({ kind }) => kind === 'relation')) {
    const found = relationsOf(layer, rows)
    if (!found.ok) return found
    relations.push(...found.value)
  }
  const skipped = layers.filter(({ kind }) => kind === 'chain').map((layer) => layer.name)
  return ok({ text, spans, relations, skipped })
}

/** Between sentences the file has offsets alone: a line feed, and spaces where there was more. */
function appended(text: string, start: number, sentence: string): string {
  const gap = start - text.length
  const between = gap <= 0 ? '' : text === '' ? ' '.repeat(gap) : `\n${' '.repeat(gap - 1)}`
  return `${text}${between}${sentence}`
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
