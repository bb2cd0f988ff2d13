import { memo } from 'react'
import { TAGS } from '#annotations/model/highlight'
import { RevisionBar } from '../revisions/revision-bar'
import type { OpenArticle } from '../state/open-article'
import { count, formatPublished, languageName } from '../ui/format'
import styles from './article-header.module.css'
import { beginsWithTitle } from './nodes'

/** What is known of the article besides its text, above it. */
export const ArticleHeader = memo(function ArticleHeader({ article: open }: { readonly article: OpenArticle }) {
  const { article, revision, highlights, links } = open
  const counts = { claim: 0, attribution: 0, denial: 0 }
  for (const { tag } of highlights) counts[tag]++
  const facts = [
    article.byline,
    article.published && <time dateTime={article.published}>{formatPublished(article.published)}</time>,
    article.language && languageName(article.language),
  ].filter(Boolean)
  return (
    <header className={styles.header}>
      {article.publisher && <p className={styles.publisher}>{article.publisher}</p>}
      {!beginsWithTitle(revision.blocks, article.title) && <h1 className={styles.title}>{article.title}</h1>}
      {facts.length > 0 && (
        <p className={styles.facts} lang="en">
          {facts.map((fact, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the facts have fixed places
            <span key={index} className={styles.fact}>
              <bdi>{fact}</bdi>
            </span>
          ))}
        </p>
      )}
      <p className={styles.counts} lang="en">
        {TAGS.map((tag) => (
          <span key={tag} className={styles.count} data-tag={tag}>
            <bdi>{count(counts[tag], tag)}</bdi>
          </span>
        ))}
        <span className={styles.count}>
          <bdi>{count(links.size, 'link')}</bdi>
        </span>
      </p>
      <RevisionBar article={open} />
    </header>
  )
})
