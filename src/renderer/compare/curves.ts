/** Where the text of a side is seen: CSS px in the layer that the curves are drawn on. */
export type Port = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

/** Where a line meets a text: `towards` says on which side of the line that is. */
export type Mark = { readonly end: 'left' | 'right'; readonly x: number; readonly y: number; readonly towards: 1 | -1 }

/** What is drawn of a tie: the part between texts, and for one that passes a third text, what lies beneath that. */
export type Drawn = {
  readonly shape: 'whole' | 'part'
  readonly line: string
  readonly under: string
  /** A stub has the one that it begins at. */
  readonly marks: readonly Mark[]
}

/** CSS px that a stub reaches into the gutter, and up or down from there: less than half the narrowest gutter. */
const STUB = { across: 15, along: 15, bend: 9 }

/**
 * The curve of a tie whose ends stand at two heights. Whole where both are in view. Where one is, a stub bends towards the
 * other; lit, the whole curve leads to the edge behind which the other lies. Null when neither is in view.
 *
 * @param ports every side from the left
 * @param from the side of the end further left, and its height in the layer
 * @param to the side of the other
 */
export function drawTie(
  ports: readonly Port[],
  from: { readonly side: number; readonly y: number },
  to: { readonly side: number; readonly y: number },
  lit: boolean,
): Drawn | null {
  const [left, right] = [ports[from.side], ports[to.side]]
  if (!left || !right) return null
  const seen = [isSeen(left, from.y), isSeen(right, to.y)]
  if (!seen[0] && !seen[1]) return null
  if (lit || (seen[0] && seen[1])) {
    const [a, b] = [clamp(from.y, left), clamp(to.y, right)]
    return {
      shape: seen[0] && seen[1] ? 'whole' : 'part',
      ...between(ports, { ...from, y: a }, { ...to, y: b }),
      marks: [
        { end: 'left', x: left.right, y: a, towards: -1 },
        { end: 'right', x: right.left, y: b, towards: 1 },
      ],
    }
  }
  const mark: Mark = seen[0]
    ? { end: 'left', x: left.right, y: from.y, towards: -1 }
    : { end: 'right', x: right.left, y: to.y, towards: 1 }
  const above = seen[0] ? to.y < right.top : from.y < left.top
  return {
    shape: 'part',
    line: stub(mark.x, mark.y, mark.towards === -1 ? 1 : -1, above ? -1 : 1),
    under: '',
    marks: [mark],
  }
}

function isSeen({ top, bottom }: Port, y: number): boolean {
  return y >= top && y <= bottom
}

/** From gap to gap at the height half way: what lies beneath a text between the two is level, so that its lines stay legible. */
function between(
  ports: readonly Port[],
  from: { readonly side: number; readonly y: number },
  to: { readonly side: number; readonly y: number },
): { readonly line: string; readonly under: string } {
  const gaps = to.side - from.side
  let line = ''
  let under = ''
  for (let gap = 0; gap < gaps; gap++) {
    const [before, after] = [ports[from.side + gap], ports[from.side + gap + 1]]
    if (!before || !after) break
    const [start, end] = [at(from.y, to.y, gap / gaps, gaps), at(from.y, to.y, (gap + 1) / gaps, gaps)]
    line += `${line && ' '}${curve(before.right, start, after.left, end)}`
    if (gap + 1 < gaps) under += `M ${round(after.left)} ${round(end)} H ${round(after.right)}`
  }
  return { line, under }
}

function at(from: number, to: number, share: number, gaps: number): number {
  return gaps === 1 ? (share === 0 ? from : to) : from + (to - from) * share
}

function curve(x1: number, y1: number, x2: number, y2: number): string {
  const middle = round((x1 + x2) / 2)
  return `M ${round(x1)} ${round(y1)} C ${middle} ${round(y1)}, ${middle} ${round(y2)}, ${round(x2)} ${round(y2)}`
}

function stub(x: number, y: number, across: 1 | -1, along: 1 | -1): string {
  const [endX, endY] = [x + across * STUB.across, y + along * STUB.along]
  return `M ${round(x)} ${round(y)} C ${round(x + across * STUB.bend)} ${round(y)}, ${round(endX)} ${round(y + along * (STUB.along - STUB.bend))}, ${round(endX)} ${round(endY)}`
}

function clamp(y: number, { top, bottom }: Port): number {
  return Math.min(Math.max(y, top), bottom)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** A passage in its side: `y` of the middle of its first line in the text, how far the side is scrolled and may be; CSS px. */
export type Standing = {
  readonly y: number
  readonly scrolled: number
  readonly most: number
  /** Of what is seen of the text. */
  readonly height: number
}

/** The part of the view, from its top, within which a passage may stay when another comes to stand level with it. */
const COMFORT = { from: 0.06, to: 0.86, else: 0.32 }

/**
 * How far two sides are to be scrolled so that a passage of each stand level. The near one stays where it is if it is in
 * view; only where the far one cannot come so far, at the very top of its text, does the near one go to meet it.
 */
export function levelled(near: Standing, far: Standing): { readonly near: number; readonly far: number } {
  const height = Math.min(near.height, far.height)
  const here = near.y - near.scrolled
  const wish = here >= height * COMFORT.from && here <= height * COMFORT.to ? here : height * COMFORT.else
  const within = (value: number, most: number) => Math.min(Math.max(0, value), Math.max(0, most))
  // The near side may itself not be able to hold its passage there.
  const first = near.y - within(near.y - wish, near.most)
  const farTo = within(far.y - first, far.most)
  return { near: within(near.y - (far.y - farTo), near.most), far: farTo }
}
