import type { ArticleDetails } from '#annotations/model/article-draft'

/** What is known of an article, as fields hold it while it is edited. */
export type ArticleForm = {
  readonly title: string
  readonly publisher: string
  readonly byline: string
  /** A day, as a date field holds it; empty when unknown. */
  readonly published: string
  readonly url: string
  readonly language: string
  readonly direction: ArticleDetails['direction']
}

/** A sentence for each field that cannot be saved as it is. */
export type FormErrors = { readonly [Field in keyof ArticleForm]?: string }

const ISO_DAY = 10

export function toForm(details: ArticleDetails): ArticleForm {
  return {
    title: details.title,
    publisher: details.publisher ?? '',
    byline: details.byline ?? '',
    published: details.published?.slice(0, ISO_DAY) ?? '',
    url: details.url ?? '',
    language: details.language ?? '',
    direction: details.direction,
  }
}

export function formErrors(form: ArticleForm): FormErrors {
  const language = form.language.trim()
  return {
    ...(form.title.trim() === '' && { title: 'An article needs a title: lists and links show it by that.' }),
    ...(!isWebAddress(form.url.trim()) && { url: 'An address starts with http:// or https://.' }),
    ...(language !== '' &&
      canonicalLanguage(language) === null && {
        language: `“${language}” is no language code. Codes look like en, ur or zh-Hant.`,
      }),
  }
}

/** The details that a form without errors says. A moment of publication is kept as long as its day stays the same. */
export function fromForm(form: ArticleForm, published: ArticleDetails['published']): ArticleDetails {
  const known = (text: string) => text.trim() || null
  return {
    title: form.title.trim(),
    publisher: known(form.publisher),
    byline: known(form.byline),
    published: published?.slice(0, ISO_DAY) === form.published ? published : known(form.published),
    url: known(form.url),
    language: canonicalLanguage(form.language.trim()),
    direction: form.direction,
  }
}

function isWebAddress(text: string): boolean {
  return text === '' || (/^https?:\/\//i.test(text) && URL.canParse(text))
}

function canonicalLanguage(code: string): string | null {
  if (code === '') return null
  try {
    return Intl.getCanonicalLocales(code)[0] ?? null
  } catch {
    return null
  }
}
