import type { Lane, Mark } from './lanes'

export type Step = 'earlier' | 'later' | 'up' | 'down' | 'first' | 'last'

/** Where the keyboard goes from a mark: along its lane by date, the undated last, or to the nearest date of the lane beside it. */
export function walk(lanes: readonly Lane[], from: number, step: Step): number {
  const at = lanes.findIndex(({ marks, undated }) => [...marks, ...undated].some(({ id }) => id === from))
  const lane = lanes[at]
  if (!lane) return from
  const row = [...lane.marks, ...lane.undated]
  const place = row.findIndex(({ id }) => id === from)
  switch (step) {
    case 'earlier':
      return row[Math.max(0, place - 1)]?.id ?? from
    case 'later':
      return row[place + 1]?.id ?? from
    case 'first':
      return row[0]?.id ?? from
    case 'last':
      return row.at(-1)?.id ?? from
    case 'up':
    case 'down': {
      const next = lanes[at + (step === 'up' ? -1 : 1)]
      const mark = row[place]
      if (!next || !mark) return from
      const isUndated = place >= lane.marks.length
      const alike = isUndated ? [next.undated, next.marks.toReversed()] : [next.marks, next.undated]
      return nearest(alike.find((marks) => marks.length > 0) ?? [], mark.x)?.id ?? from
    }
  }
}

function nearest(marks: readonly Mark[], x: number): Mark | undefined {
  let best = marks[0]
  for (const mark of marks) if (best && Math.abs(mark.x - x) < Math.abs(best.x - x)) best = mark
  return best
}
