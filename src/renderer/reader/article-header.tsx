import { TAGS } from '#annotations/model/highlight'
import { RevisionBar } from '../revisions/revision-bar'
import type { OpenArticle } from '../state/open-article'
import { count, formatPublished, languageName } from '../ui/format'
import styles from './article-header.module.css'

/** What is known of the article besides its text, above it. */
export function ArticleHeader({ article: open }: { readonly article: OpenArticle }) {
  const { article, highlights, links } = open
  const facts = [
    article.byline,
    article.published && <time dateTime={article.published}>{formatPublished(article.published)}</time>,
    article.language && languageName(article.language),
  ].filter(Boolean)
  return (
    <header className={styles.header}>
      {article.publisher && <p className={styles.publisher}>{article.publisher}</p>}
      <h1 className={styles.title}>{article.title}</h1>
      {facts.length > 0 && (
        <p className={styles.facts} lang="en">
          {facts.map((fact, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the facts have fixed places
            <bdi key={index} className={styles.fact}>
              {fact}
            </bdi>
          ))}
        </p>
      )}
      <p className={styles.counts} lang="en" dir="ltr">
        {TAGS.map((tag) => (
          <span key={tag} className={styles.count} data-tag={tag}>
            {count(highlights.filter((highlight) => highlight.tag === tag).length, tag)}
          </span>
        ))}
        <span className={styles.count}>{count(links.size, 'link')}</span>
      </p>
      <RevisionBar article={open} />
    </header>
  )
}
