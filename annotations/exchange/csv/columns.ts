/** The columns of each file, in order. Offsets say their unit: spreadsheets and scripts count characters in many ways. */
export const COLUMNS = {
  articles: ['id', 'title', 'publisher', 'byline', 'published', 'url', 'language', 'direction', 'created', 'modified'],
  revisions: ['id', 'article_id', 'number', 'added', 'source_kind', 'source_name', 'text', 'blocks_json'],
  highlights: [
    'id',
    'article_id',
    'revision_id',
    'tag',
    'quote',
    'speaker',
    'note',
    'start_utf16',
    'end_utf16',
    'prefix',
    'suffix',
    'annotator',
    'created',
    'modified',
  ],
  links: ['id', 'from', 'relation', 'to', 'note', 'annotator', 'created', 'modified'],
} as const

export type Kind = keyof typeof COLUMNS
export const KINDS = ['articles', 'revisions', 'highlights', 'links'] as const satisfies readonly Kind[]
