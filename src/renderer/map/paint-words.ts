import { letterDirection } from '#annotations/text/direction'
import { fitText, textWidth } from '../figures/fit-text'
import { FIGURE_FONT } from '../figures/font'
import type { Focus, Scene, View } from './paint'
import { layOutWords, type Measure, type Word, type WordKind } from './words'

const FONTS: { readonly [K in WordKind]: string } = {
  title: `600 12px ${FIGURE_FONT}`,
  more: `400 11px ${FIGURE_FONT}`,
  node: `500 11px ${FIGURE_FONT}`,
}
/** CSS px from the top of a line to where its letters stand. */
const ASCENT = 11
const FAR = 0.45

/** The words of the map as this browser writes them. */
export const measure: Measure = {
  cut: (text, kind, width) => fitText(text, FONTS[kind], width),
  width: (text, kind) => textWidth(text, FONTS[kind]),
}

/** Writes the names of clusters and nodes where there is room for them. */
export function paintWords(
  context: CanvasRenderingContext2D,
  scene: Scene,
  view: View,
  focus: Focus,
  wordsOf: (node: number) => string,
): void {
  context.textAlign = 'center'
  context.lineJoin = 'round'
  context.lineWidth = 4
  context.strokeStyle = scene.palette['--paper']
  for (const word of layOutWords(scene, view, focus, wordsOf, measure)) {
    context.font = FONTS[word.kind]
    // What was cut is missed where the text ends.
    context.direction = word.kind === 'more' ? 'ltr' : letterDirection(word.text)
    context.globalAlpha = word.stress === 'far' ? FAR : 1
    context.fillStyle = scene.palette[isStrong(word) ? '--ink' : '--ink-2']
    context.strokeText(word.text, word.x, word.y + ASCENT)
    context.fillText(word.text, word.x, word.y + ASCENT)
  }
  context.globalAlpha = 1
}

function isStrong({ kind, stress }: Word): boolean {
  return kind === 'title' || (kind === 'node' && stress === 'near')
}
