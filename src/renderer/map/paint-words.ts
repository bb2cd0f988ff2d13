import { fitText, textWidth } from '../figures/fit-text'
import { FIGURE_FONT } from '../figures/font'
import { placeAt, toScreen } from './camera'
import { type Frame, shownRadius } from './paint'

const TITLE_FONT = `600 12px ${FIGURE_FONT}`
const MORE_FONT = `400 11px ${FIGURE_FONT}`
const NODE_FONT = `500 11px ${FIGURE_FONT}`
/** CSS px. */
const [TITLE_WIDTH, LEAST_TITLE, NODE_WIDTH, LINE] = [230, 140, 190, 15]
/** From this scale on nodes are named without being asked. */
const NAMED_FROM = 1.5
const MOST_NAMED = 60
/** UTF-16 units: what is beyond is never seen, and long passages are slow to measure. */
const MOST_UNITS = 80

type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/** Writes the names of clusters and nodes, so many as do not fall on each other: what is chosen first. */
export function paintWords(context: CanvasRenderingContext2D, frame: Frame, wordsOf: (node: number) => string): void {
  const { nodes, positions, camera, size, clusters, chosen, hovered } = frame
  const taken: Box[] = []
  const place = (box: Box) => {
    const isFree =
      box.right > 0 &&
      box.left < size.width &&
      box.bottom > 0 &&
      box.top < size.height &&
      !taken.some((other) => overlap(box, other))
    if (isFree) taken.push(box)
    return isFree
  }
  context.textAlign = 'center'
  context.lineJoin = 'round'

  const focus = hovered ?? chosen
  const neighbours = (focus === null ? [] : (nodes.linksOf[focus] ?? [])).flatMap((at) => {
    const link = nodes.links[at]
    return link ? [link.from, link.to] : []
  })
  const asked = [...new Set([hovered, chosen, ...neighbours])].filter((node) => node !== null)
  const all = camera.scale >= NAMED_FROM ? nodes.highlights.keys() : []
  let named = 0
  for (const node of new Set([...asked, ...all])) {
    if (named >= MOST_NAMED) break
    const { x, y } = toScreen(camera, placeAt(positions, node))
    if (x < 0 || y < 0 || x > size.width || y > size.height) continue
    const words = fitText(wordsOf(node).slice(0, MOST_UNITS), NODE_FONT, NODE_WIDTH)
    const half = textWidth(words, NODE_FONT) / 2
    const top = y + shownRadius(nodes, node, camera) + 3
    if (!place({ left: x - half, right: x + half, top, bottom: top + LINE })) continue
    named += 1
    write(context, frame, words, x, top + 11, NODE_FONT, node === chosen || node === hovered ? '--ink' : '--ink-2')
  }
  for (const { title, more, x, y, radius } of clusters) {
    const at = toScreen(camera, { x, y })
    const reach = radius * camera.scale
    const width = Math.min(TITLE_WIDTH, Math.max(LEAST_TITLE, 2 * reach))
    const words = fitText(title.slice(0, MOST_UNITS), TITLE_FONT, width)
    const below = fitText(more, MORE_FONT, width)
    const half = Math.max(textWidth(words, TITLE_FONT), textWidth(below, MORE_FONT)) / 2
    const bottom = at.y - reach - 4
    const top = bottom - (below === '' ? LINE : 2 * LINE)
    if (!place({ left: at.x - half, right: at.x + half, top, bottom })) continue
    write(context, frame, words, at.x, top + 11, TITLE_FONT, '--ink')
    if (below !== '') write(context, frame, below, at.x, top + 11 + LINE, MORE_FONT, '--ink-2')
  }
}

function write(
  context: CanvasRenderingContext2D,
  { palette }: Frame,
  words: string,
  x: number,
  y: number,
  font: string,
  token: '--ink' | '--ink-2',
): void {
  context.font = font
  context.strokeStyle = palette['--paper']
  context.lineWidth = 4
  context.strokeText(words, x, y)
  context.fillStyle = palette[token]
  context.fillText(words, x, y)
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
