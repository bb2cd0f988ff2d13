/** What the built page consists of, by file extension. Anything else is not served. */
const TYPES: { readonly [extension: string]: string } = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
}

export function contentTypeOf(path: string): string | null {
  const extension = path.slice(path.lastIndexOf('.') + 1)
  return Object.hasOwn(TYPES, extension) ? (TYPES[extension] ?? null) : null
}
