/** What a page says of itself, as it says it. */
export type Head = {
  /** `<title>`. */
  readonly title: string
  /** Contents of `<meta>` by lower-case name, property or itemprop; the first of each. */
  readonly meta: ReadonlyMap<string, string>
  readonly jsonLd: readonly string[]
  readonly canonical: string | undefined
  readonly base: string | undefined
  readonly language: string | undefined
  readonly times: readonly Time[]
}
/** A `<time>` with a machine-readable date. */
export type Time = { readonly datetime: string; readonly hint: string }

const MOST_JSON = 2_000_000
const MOST_TIMES = 50

/** Gathers a page's metadata as its elements go by. */
export class HeadReader {
  readonly #meta = new Map<string, string>()
  readonly #jsonLd: string[] = []
  readonly #times: Time[] = []
  #canonical: string | undefined
  #language: string | undefined
  #title = ''
  #inside: 'title' | 'json' | null = null
  #json = ''
  #svg = 0

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'svg') this.#svg++
    if (name === 'html') this.#language ??= attributes.lang ?? attributes['xml:lang']
    else if (name === 'meta') this.#addMeta(attributes)
    else if (name === 'link' && /(^|\s)canonical(\s|$)/i.test(attributes.rel ?? '')) this.#canonical ??= attributes.href
    else if (name === 'time') this.#addTime(attributes)
    else if (name === 'title' && this.#svg === 0 && this.#title === '') this.#inside = 'title'
    else if (name === 'script' && /^application\/ld\+json/i.test(attributes.type ?? '')) this.#inside = 'json'
  }

  text(text: string): void {
    if (this.#inside === 'title') this.#title += text
    else if (this.#inside === 'json' && this.#json.length < MOST_JSON) this.#json += text
  }

  close(name: string): void {
    if (name === 'svg') this.#svg--
    if (name !== 'title' && name !== 'script') return
    if (this.#inside === 'json') this.#jsonLd.push(this.#json)
    this.#json = ''
    this.#inside = null
  }

  finish(base: string | undefined): Head {
    return {
      title: this.#title.replace(/\s+/g, ' ').trim(),
      meta: this.#meta,
      jsonLd: this.#jsonLd,
      canonical: this.#canonical,
      base,
      language: this.#language,
      times: this.#times,
    }
  }

  #addMeta(attributes: Readonly<Record<string, string>>): void {
    const key = (attributes.property ?? attributes.name ?? attributes.itemprop ?? '').toLowerCase()
    const content = attributes.content?.trim()
    if (key !== '' && content && !this.#meta.has(key)) this.#meta.set(key, content)
  }

  #addTime(attributes: Readonly<Record<string, string>>): void {
    if (!attributes.datetime || this.#times.length >= MOST_TIMES) return
    const hint = `${attributes.itemprop ?? ''} ${attributes.class ?? ''} ${attributes.pubdate === undefined ? '' : 'published'}`
    this.#times.push({ datetime: attributes.datetime, hint })
  }
}
