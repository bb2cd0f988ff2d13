/** What XML 1.0 has no place for: control characters, halves of surrogate pairs, and two that are no characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
export const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
}

/** A text as XML or HTML has it between tags; what XML cannot hold becomes U+FFFD. */
export function escapeText(text: string): string {
  return withoutUnfit(text).replace(/[&<>\r]/g, (found) => ENTITIES[found] ?? found)
}

/** A text in an attribute's double quotes, where line breaks and tabs would become spaces. */
function escapeAttribute(text: string): string {
  return withoutUnfit(text).replace(/[&<>"'\r\n\t]/g, (found) => ENTITIES[found] ?? found)
}

/** Attributes of a tag, but for those without a value. */
export function attributes(values: Readonly<Record<string, string | number | null | undefined>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeAttribute(String(value))}"`)
    .join('')
}

/** A text with U+FFFD for what XML cannot hold; nothing is escaped. */
export function withoutUnfit(text: string): string {
  return text.replace(UNFIT, '\ufffd')
}

/** Whether a text holds what XML cannot. */
export function isUnfit(text: string): boolean {
  return text.search(UNFIT) !== -1
}
