import type { MarkView } from '#contract/agreement-views'

/** Sides that marked the same there, by their places. */
export type AlikeSides = { readonly sides: readonly number[]; readonly marks: readonly MarkView[] }

/** The sides of a disagreement, those together that marked the same: of nine, most agree. Those who marked nothing come last. */
export function alikeSides(marksOf: readonly (readonly MarkView[])[]): readonly AlikeSides[] {
  const groups = new Map<string, { readonly sides: number[]; readonly marks: readonly MarkView[] }>()
  for (const [side, marks] of marksOf.entries()) {
    const key = JSON.stringify(
      marks.map(({ tag, start, end, note, speaker }) => [tag, start, end, note, speaker]).sort(),
    )
    const group = groups.get(key)
    if (group) group.sides.push(side)
    else groups.set(key, { sides: [side], marks })
  }
  return [...groups.values()].sort((a, b) => Number(a.marks.length === 0) - Number(b.marks.length === 0))
}
