import type { Style } from '../block-builder'

/** A piece of text as it stands on a page. Units are points from the page's top left corner, after rotation. */
export type TextRun = {
  readonly text: string
  readonly x: number
  /** Of the baseline. */
  readonly y: number
  readonly width: number
  readonly size: number
  readonly rtl: boolean
  readonly style: Style
}

export type PdfPage = { readonly width: number; readonly height: number; readonly runs: readonly TextRun[] }

/** Runs of one baseline, in reading order. */
export type PdfLine = {
  readonly runs: readonly TextRun[]
  readonly text: string
  readonly left: number
  readonly right: number
  readonly y: number
  readonly size: number
  readonly rtl: boolean
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
