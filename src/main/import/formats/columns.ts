import { type ImportColumns, importColumnsSchema } from '#contract/import-views'

/** What a column of a table, or a key of a JSON object, can hold. */
export const columnFields = ['text', 'title', 'publisher', 'byline', 'published', 'url', 'language'] as const
export type ColumnField = (typeof columnFields)[number]

/** Which column or key holds what. Only the text is needed. */
export type Columns = ImportColumns

/** Names that the usual exports and news data sets give their columns, likeliest first. */
const NAMES: { readonly [F in ColumnField]: readonly string[] } = {
  text: [
    'text',
    'body',
    'content',
    'articlebody',
    'fulltext',
    'maintext',
    'article',
    'story',
    'html',
    'bodyhtml',
    'description',
    'текст',
    'متن',
  ],
  title: ['title', 'headline', 'heading', 'name', 'subject', 'заголовок', 'عنوان', 'سرخی'],
  publisher: [
    'publisher',
    'source',
    'newspaper',
    'outlet',
    'publication',
    'site',
    'sitename',
    'sourcename',
    'domain',
    'издание',
    'اخبار',
  ],
  byline: ['byline', 'author', 'authors', 'writer', 'reporter', 'creator', 'автор', 'مصنف'],
  published: [
    'published',
    'date',
    'publisheddate',
    'publishedat',
    'publicationdate',
    'datepublished',
    'publishdate',
    'pubdate',
    'datepublish',
    'timestamp',
    'created',
    'дата',
    'تاریخ',
  ],
  url: ['url', 'link', 'href', 'canonicalurl', 'address', 'permalink', 'ссылка'],
  language: ['language', 'lang', 'язык', 'زبان'],
}

/** Guesses the columns from their names; null when none of them can be the text. */
export function proposeColumns(names: readonly string[]): Columns | null {
  const find = (field: ColumnField) =>
    NAMES[field].map((known) => names.find((name) => plain(name) === known)).find((name) => name !== undefined)
  const text = find('text')
  if (text === undefined) return null
  const found: { [F in ColumnField]?: string } = {}
  for (const field of columnFields) {
    const name = find(field)
    if (name !== undefined && (field === 'text' || name !== text)) found[field] = name
  }
  return importColumnsSchema.parse({ ...found, text })
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
