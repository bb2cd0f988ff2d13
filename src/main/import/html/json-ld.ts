/** What is taken from schema.org's NewsArticle and its kin. */
export type ArticleData = {
  readonly headline?: string
  readonly authors: readonly string[]
  readonly publisher?: string
  readonly published?: string
  readonly language?: string
}

const NONE: ArticleData = { authors: [] }
const ARTICLE = /(article|blogposting|report|liveblogposting)$/i
const MOST_NODES = 5_000

type Json = { readonly [key: string]: unknown }

/** The first article among a page's JSON-LD scripts; broken scripts are passed over, as search engines do. */
export function readJsonLd(scripts: readonly string[]): ArticleData {
  const nodes = scripts.flatMap((script) => nodesOf(parse(script)))
  const article = nodes.find((node) => namesOf(node['@type']).some((type) => ARTICLE.test(type)))
  if (article === undefined) return NONE
  return compact({
    headline: textOf(article.headline) ?? textOf(article.name),
    authors: namesOf(article.author, nodes),
    publisher: namesOf(article.publisher, nodes)[0],
    published: textOf(article.datePublished),
    language: textOf(article.inLanguage),
  })
}

function parse(script: string): unknown {
  try {
    return JSON.parse(script.replace(/^\s*(<!--|\/\*\s*<!\[CDATA\[\s*\*\/)|(-->|\/\*\s*\]\]>\s*\*\/)\s*$/g, ''))
  } catch {
    return null
  }
}

/** All objects, outer ones first; walked without recursion, because a page may nest them as deep as it likes. */
function nodesOf(root: unknown): Json[] {
  const nodes: Json[] = []
  const queue: unknown[] = [root]
  for (let next = 0; next < queue.length && next < MOST_NODES; next++) {
    const value = queue[next]
    if (isJson(value)) nodes.push(value)
    if (typeof value === 'object' && value !== null) queue.push(...Object.values(value).slice(0, MOST_NODES))
  }
  return nodes
}

/** Names of a person, a list of them, or what an `@id` points to. */
function namesOf(value: unknown, nodes: readonly Json[] = []): string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value.slice(0, 20) : [value]
  return values.flatMap((one) => {
    if (typeof one === 'string') return one.trim() === '' ? [] : [one.trim()]
    if (!isJson(one)) return []
    const named = textOf(one.name) ?? textOf(nodes.find((node) => node['@id'] === one['@id'] && node.name)?.name)
    return named === undefined ? [] : [named]
  })
}

function textOf(value: unknown): string | undefined {
  const one: unknown = Array.isArray(value) ? value[0] : value
  return typeof one === 'string' && one.trim() !== '' ? one.trim() : undefined
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function compact(
  data: { readonly authors: readonly string[] } & { readonly [K in keyof ArticleData]: ArticleData[K] | undefined },
): ArticleData {
  const { headline, authors, publisher, published, language } = data
  return {
    authors,
    ...(headline === undefined ? {} : { headline: decodeEntities(headline) }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(published === undefined ? {} : { published }),
    ...(language === undefined ? {} : { language }),
  }
}

/** Some templates escape twice. */
function decodeEntities(text: string): string {
  const names: { readonly [name: string]: string } = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: ' ' }
  return text
    .replace(/&#(\d{1,6});/g, (_, code) => String.fromCodePoint(Math.min(Number(code), 0xfffd)))
    .replace(/&(amp|quot|apos|lt|gt|nbsp);/g, (_, name) => names[name] ?? '')
}
