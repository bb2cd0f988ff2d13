const context = document.createElement('canvas').getContext('2d')
const MOST_KEPT = 20_000
const fitted = new Map<string, string>()

/** As much of a text as fits into a width of CSS px in a font (as CSS has it), with an ellipsis where some is missing. */
export function fitText(text: string, font: string, width: number): string {
  const key = `${font}\n${width}\n${text}`
  const known = fitted.get(key)
  if (known !== undefined) return known
  if (fitted.size > MOST_KEPT) fitted.clear()
  const found = cut(text, font, width)
  fitted.set(key, found)
  return found
}

/** CSS px. */
export function textWidth(text: string, font: string): number {
  if (context === null) return 0
  context.font = font
  return context.measureText(text).width
}

function cut(text: string, font: string, width: number): string {
  if (textWidth(text, font) <= width) return text
  const letters = Array.from(text)
  let [least, most] = [0, letters.length]
  while (least < most) {
    const middle = Math.ceil((least + most) / 2)
    if (textWidth(`${letters.slice(0, middle).join('').trimEnd()}…`, font) <= width) least = middle
    else most = middle - 1
  }
  return `${letters.slice(0, least).join('').trimEnd()}…`
}
