import type { Action } from './actions'

type Kind = 'baseline' | 'crossread' | 'recogito'

/** Milliseconds, as measured. */
export type Measured = {
  readonly row: string
  readonly loads: { readonly [K in Kind]: readonly number[] }
  readonly stretches: { readonly [K in Kind]: { readonly [A in Action]: readonly number[] } }
}

/** The tables of the reader's section in docs/benchmarks.md. */
export function toMarkdown(rows: readonly Measured[]): string {
  const load = rows.map(({ row, loads }) => {
    const base = median(loads.baseline)
    const ratio = (kind: Kind) => `${(median(loads[kind]) / base).toFixed(2)}`
    return `| ${row} | ${base.toFixed(0)} | ${ratio('crossread')} | ${ratio('recogito')} |`
  })
  const stretch = rows.map(({ row, stretches }) => {
    const cell = (action: Action) =>
      `${median(stretches.crossread[action]).toFixed(1)} (${median(stretches.recogito[action]).toFixed(1)})`
    return `| ${row} | ${cell('add')} | ${cell('change')} | ${cell('hover')} |`
  })
  return [
    'Made-up text of the given size, medians of interleaved loads in one run (`npm run bench -- reader`).',
    '',
    "All times are the main thread's own, so that other work on the machine counts little.",
    '',
    'Load, from nothing to the first frame with the article, in an app that has opened a short one before: TipTap with the same',
    'text and no highlight in milliseconds, the others as a ratio to it. Recogito annotates plain paragraphs without TipTap.',
    'The cards beside the text are no part of this.',
    '',
    '| highlights / words | TipTap, no highlight (ms) | Crossread | Recogito text-annotator 4 |',
    '|---|---|---|---|',
    ...load,
    '',
    'Longest stretch of the main thread (script, style, layout, paint) for one more, one changed and one hovered highlight, in',
    'milliseconds; in brackets Recogito text-annotator 4.',
    '',
    '| highlights / words | one more | one changed | hover |',
    '|---|---|---|---|',
    ...stretch,
  ].join('\n')
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
