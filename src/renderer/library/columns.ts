import type { LibraryColumn } from '../state/library-route'

/** A column of the library. Widths are CSS px; the title takes what the others leave. */
export type ColumnSpec = {
  readonly id: LibraryColumn
  readonly name: string
  readonly width: number | '1fr'
  /** The table's width from which there is room for it; what is dropped moves under the title. */
  readonly from: number
  readonly number?: true
}

const COLUMNS: readonly ColumnSpec[] = [
  { id: 'title', name: 'Title', width: '1fr', from: 0 },
  { id: 'publisher', name: 'Publisher', width: 160, from: 900 },
  { id: 'published', name: 'Date', width: 116, from: 720 },
  { id: 'language', name: 'Language', width: 96, from: 1040 },
  { id: 'claim', name: 'Claims', width: 78, from: 0, number: true },
  { id: 'attribution', name: 'Attributions', width: 106, from: 640, number: true },
  { id: 'denial', name: 'Denials', width: 78, from: 640, number: true },
  { id: 'links', name: 'Links', width: 86, from: 0, number: true },
]

/** The columns that a table of this width (CSS px) has room for. */
export function columnsFor(width: number): readonly ColumnSpec[] {
  return COLUMNS.filter((column) => width >= column.from)
}
