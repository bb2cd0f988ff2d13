import type { Tag } from '#annotations/model/highlight'
import type { Relation } from '#annotations/model/relation'

/** How links of a relation are drawn: in a hue of the design tokens and dashes of CSS px, so that they differ without colour too. */
type RelationLook = { readonly token: Token; readonly dashes: readonly number[] }

export const RELATION_LOOKS: { readonly [R in Relation]: RelationLook } = {
  attributes: { token: '--attribution', dashes: [2, 4] },
  denies: { token: '--denial', dashes: [] },
  contradicts: { token: '--denial', dashes: [8, 4] },
  supports: { token: '--good', dashes: [] },
  repeats: { token: '--claim', dashes: [6, 3] },
  updates: { token: '--claim', dashes: [] },
  relates: { token: '--ink-3', dashes: [1, 4] },
}

export const TAG_TOKENS: { readonly [T in Tag]: Token } = {
  claim: '--claim',
  attribution: '--attribution',
  denial: '--denial',
}

/** The colours that figures are drawn in. */
export const FIGURE_TOKENS = [
  '--paper',
  '--ground',
  '--raised',
  '--sunken',
  '--ink',
  '--ink-2',
  '--ink-3',
  '--rule',
  '--rule-strong',
  '--accent',
  '--accent-soft',
  '--accent-ink',
  '--claim',
  '--attribution',
  '--denial',
  '--good',
  '--claim-soft',
  '--attribution-soft',
  '--denial-soft',
  '--focus',
] as const
export type Token = (typeof FIGURE_TOKENS)[number]
export type Palette = { readonly [T in Token]: string }
