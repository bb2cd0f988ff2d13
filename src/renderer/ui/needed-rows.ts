/** Rows that are made at once: some screens of them. */
const FIRST = 100

/**
 * How many rows of a long list are to be made for one of them to be walked from: those up to it, and some screens more.
 *
 * @param last the row that has to be there, from 0; -1 for none
 * @param made how many there are already
 */
export function neededRows(last: number, made: number, total: number): number {
  return Math.min(total, Math.max(made, last + 1 + FIRST / 2, FIRST))
}
