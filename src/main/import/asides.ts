import type { Line } from './lines'

/** UTF-16 units. Below it, a line may well come twice on purpose: a place, a name, a refrain. */
const SHORTEST_REPEAT = 60
const LONGEST_CREDIT = 160

const LABEL = /^(description|summary|caption|advertisement|image|photo)\s*:?$/i
const CREDIT =
  /^[([]?\s*(images?|photos?|pictures?|file photo|(photo|image|picture) credit|credit|фото|تصویر)\s*[:：]\s*\S/iu
/** A caption that ends in its credit, set in capitals: "… in the capital. PHOTO: AGENCY/FILE". */
const CAPTION = /\b(PHOTO|IMAGE|PICTURE|CREDIT):\s?[A-Z][A-Z/@. -]{1,40}$/
const CROSS_REFERENCE = /^(also read|read also|read more|read|see also|related)\s*:\s*\S/i
/** The same without its colon, as many sites print it: "Read Ministers meet again in spring". */
const BARE_CROSS_REFERENCE = /^(Also read|Read also|Read more|Read)\s\p{Lu}/u
const COMMENTS = /^(comments?(\s*\(\d+\))?|\d+\s+comments?|комментарии(\s*\(\d+\))?|تبصرے)\s*:?$/iu
const ENDS_SENTENCE = /[.!?…۔؟]["'”’»)\]]*$/

/**
 * Which lines are on the page but no part of the article, where that is plain: lone labels, image credits, pointers to other
 * articles, the comments to the end, and a paragraph that repeats an earlier one word for word. In doubt a line is text.
 */
export function findAsides(lines: readonly Line[]): ReadonlySet<number> {
  const asides = new Set<number>()
  const seen = new Set<string>()
  const comments = lines.findIndex((line, index) => index > 1 && COMMENTS.test(line.text))
  lines.forEach(({ text }, index) => {
    const repeated = text.length >= SHORTEST_REPEAT && seen.has(text)
    if ((comments >= 0 && index >= comments) || repeated || isAside(text, index)) asides.add(index)
    seen.add(text)
  })
  return asides
}

function isAside(text: string, index: number): boolean {
  if (LABEL.test(text) || CAPTION.test(text)) return true
  if (text.length > LONGEST_CREDIT) return false
  if (CREDIT.test(text) || CROSS_REFERENCE.test(text)) return true
  return index > 0 && BARE_CROSS_REFERENCE.test(text) && !ENDS_SENTENCE.test(text)
}
