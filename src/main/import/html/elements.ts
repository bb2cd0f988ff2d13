import type { BlockKind } from '#annotations/model/article'

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '))

/** What begins and ends a line of its own. Everything else is inline. */
export const BLOCKS = set(
  'address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html label legend li main menu nav noscript ol optgroup option p pre search section select summary table tbody textarea tfoot thead tr ul',
)

/** What holds no text for readers, or what runs or fetches: none of it is ever looked into. */
export const SKIPPED = set(
  'script style template svg math object embed applet iframe frame audio video canvas map noembed noframes head portal',
)

/** Never part of an article, wherever they stand. */
const ASIDES = set('nav footer aside figcaption button select dialog menu noscript textarea search option')
const ASIDE_ROLES = set('navigation complementary contentinfo search dialog alertdialog menu menubar toolbar alert')

export const VOID = set('area base br col embed hr img input link meta param source track wbr')
export const BOLD = set('b strong')
export const ITALIC = set('i em cite dfn var')
export const CELLS = set('td th')

export function isAsideElement(name: string, attributes: Readonly<Record<string, string>>): boolean {
  return ASIDES.has(name) || ASIDE_ROLES.has((attributes.role ?? '').toLowerCase())
}

export function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  const style = attributes.style ?? ''
  return (
    attributes.hidden !== undefined ||
    attributes['aria-hidden'] === 'true' ||
    /(display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)
  )
}

export function kindOfElement(name: string): BlockKind | null {
  if (/^h[1-6]$/.test(name)) return 'heading'
  if (name === 'li') return 'item'
  return name === 'blockquote' ? 'quote' : null
}
