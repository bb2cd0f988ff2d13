import type { Article, Revision } from '../../model/article'
import type { Highlight } from '../../model/highlight'
import type { Link } from '../../model/link'
import type { CrossreadFile } from '../crossread-json/format'

/** The records of a file as a desk holds them. */
export type Incoming = {
  readonly articles: readonly Article[]
  readonly revisions: readonly Revision[]
  readonly highlights: readonly Highlight[]
  readonly links: readonly Link[]
  readonly verdicts: NonNullable<CrossreadFile['verdicts']>
  readonly speakers: NonNullable<CrossreadFile['speakers']>
}

export function incomingOf(file: CrossreadFile): Incoming {
  return {
    articles: file.articles.map(({ revisions, ...article }) => ({
      ...article,
      revisions: revisions.map(({ id }) => id),
    })),
    revisions: file.articles.flatMap(({ id: articleId, revisions }) =>
      revisions.map(({ id, added, source, blocks }) => ({ id, articleId, added, source, blocks })),
    ),
    highlights: file.highlights,
    links: file.links.map(({ fromArticleId: _from, toArticleId: _to, ...link }) => link),
    verdicts: file.verdicts ?? [],
    speakers: file.speakers ?? [],
  }
}
