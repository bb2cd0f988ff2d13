/**
 * JSON with one record a line, so that a desk under version control shows readable differences, at the speed of plain
 * `JSON.stringify`. Objects and arrays down to `levels` are broken over lines; deeper ones are one line each.
 */
export function readableJson(value: unknown, levels: number): string {
  return `${print(value, levels, '')}\n`
}

function print(value: unknown, levels: number, indent: string): string {
  if (levels === 0 || typeof value !== 'object' || value === null) return JSON.stringify(value)
  const inner = `${indent}  `
  const parts = Array.isArray(value)
    ? value.map((item: unknown) => print(item, levels - 1, inner))
    : Object.entries(value).flatMap(([key, item]) =>
        item === undefined ? [] : [`${JSON.stringify(key)}: ${print(item, levels - 1, inner)}`],
      )
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  return parts.length === 0 ? open + close : `${open}\n${inner}${parts.join(`,\n${inner}`)}\n${indent}${close}`
}
