import { counted } from '../../changes/actions/wording'
import { createRecords, type RecordsView } from '../../changes/records'
import { storyOf } from '../../dossiers/stories'
import { type Highlight, speakerOf } from '../../model/highlight'
import type { Verdict } from '../../model/verdict'
import type { CrossreadFile } from '../crossread-json/format'
import type { FileArticle } from '../documents'
import type { ExportFormat, Loss } from '../format'
import { jsonWithList } from '../json-chunks'
import { lossesOf } from '../losses'

/** schema.org ClaimReview as JSON-LD, a review a verdict, with the properties that Google's fact check markup names. */
export const claimReviewOut: ExportFormat = {
  id: 'claim-review',
  title: 'schema.org ClaimReview',
  hint: 'Search engines and fact-check collections: the claims with a verdict.',
  write: (file, name) => ({
    files: [
      {
        name: `${name}.claimreview.jsonld`,
        chunks: () => jsonWithList({ '@context': 'https://schema.org' }, '@graph', reviewsOf(file)),
      },
    ],
    losses: [
      ...lossesOf(file, {
        carries: ['verdicts'],
        gone: [
          'texts',
          'direction',
          'shape',
          'arrival',
          'revisions',
          'context',
          'notes',
          'makers',
          'linkNotes',
          'linkMakers',
        ],
      }),
      ...lossesOfReviews(file),
    ],
  }),
}

/** What a reader sees as the rating. They are no steps of one scale, so that no number is given. */
const WORDS = { supported: 'Supported', disputed: 'Disputed', false: 'False', unprovable: 'Unprovable' } as const

type Rated = Verdict & { readonly rating: keyof typeof WORDS }
const isRated = (verdict: Verdict): verdict is Rated => verdict.rating !== 'unchecked'

function* reviewsOf(file: CrossreadFile): Iterable<object> {
  const verdicts = (file.verdicts ?? []).filter(isRated)
  if (verdicts.length === 0) return
  const articles = new Map(file.articles.map((article) => [article.id, article]))
  const works = (claims: readonly Highlight[]) =>
    [...new Set(claims.map(({ articleId }) => articleId))].flatMap((id) => {
      const article = articles.get(id)
      return article ? [workOf(article)] : []
    })
  const records = recordsOf(file)
  for (const verdict of verdicts) {
    const claims = storyOf(records, verdict.claim)?.claims ?? []
    const exact = records.highlights.get(verdict.claim)?.anchor.quote.exact ?? ''
    const appearance = works(claims)
    const own = claims.filter(({ id }) => id === verdict.claim)
    const speaker = speakerIn(records, [...own, ...claims])
    yield {
      '@type': 'ClaimReview',
      '@id': `urn:crossread:review:${verdict.claim}`,
      claimReviewed: oneLine(exact),
      author: { '@type': 'Person', name: verdict.annotator },
      dateCreated: verdict.created,
      datePublished: verdict.modified,
      reviewRating: { '@type': 'Rating', alternateName: WORDS[verdict.rating] },
      ...(verdict.note === '' ? {} : { reviewBody: verdict.note }),
      ...(verdict.sources.length === 0 ? {} : { citation: verdict.sources }),
      itemReviewed: {
        '@type': 'Claim',
        '@id': `urn:crossread:${verdict.claim}`,
        text: exact,
        ...(speaker === null ? {} : { author: { '@type': 'Person', name: speaker } }),
        ...(claims[0] ? datePublished(articles.get(claims[0].articleId)) : {}),
        ...(appearance[0] ? { firstAppearance: appearance[0], appearance } : {}),
      },
    }
  }
}

function workOf({ id, title, publisher, byline, published, url, language }: FileArticle): object {
  return {
    '@type': 'NewsArticle',
    '@id': url ?? `urn:crossread:${id}`,
    headline: title,
    ...(url === null ? {} : { url }),
    ...(published === null ? {} : { datePublished: published }),
    ...(publisher === null ? {} : { publisher: { '@type': 'Organization', name: publisher } }),
    ...(byline === null ? {} : { author: { '@type': 'Person', name: byline } }),
    ...(language === null ? {} : { inLanguage: language }),
  }
}

function datePublished(article: FileArticle | undefined): object {
  return article?.published ? { datePublished: article.published } : {}
}

/** Who made the claim: the first speaker that an attribution of one of its tellings names. */
function speakerIn(records: RecordsView, claims: readonly Highlight[]): string | null {
  for (const claim of claims) {
    for (const id of [...records.linksOf(claim.id)].sort()) {
      const link = records.links.get(id)
      const source = link?.relation === 'attributes' && link.to === claim.id ? records.highlights.get(link.from) : null
      const speaker = source ? speakerOf(source) : null
      if (speaker) return speaker
    }
  }
  return null
}

function recordsOf({ articles, highlights, links }: CrossreadFile): RecordsView {
  const records = createRecords()
  for (const { revisions, ...article } of articles) {
    records.putArticle(article.id, { ...article, revisions: revisions.map(({ id }) => id) })
  }
  for (const highlight of highlights) records.putHighlight(highlight.id, highlight)
  for (const { fromArticleId: _from, toArticleId: _to, ...link } of links) records.putLink(link.id, link)
  return records
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** What a review cannot say, besides what other formats cannot either. */
function lossesOfReviews({ highlights, verdicts = [] }: CrossreadFile): Loss[] {
  const rated = new Set(verdicts.filter(isRated).map(({ claim }) => claim))
  const rest = highlights.filter(({ id }) => !rated.has(id)).length
  const unchecked = verdicts.length - rated.size
  const losses = [
    {
      count: rest,
      sentence: `Everything of ${counted(rest, 'highlight')} without a rated verdict, but who said a claim and what repeats it.`,
    },
    { count: unchecked, sentence: `The verdict of ${counted(unchecked, 'claim')} that nobody has checked.` },
    {
      count: rated.size,
      sentence: `The address of the page with ${counted(rated.size, 'review')}, which search engines demand as “url”: add it where you publish.`,
    },
  ]
  return losses.filter(({ count }) => count > 0).map((loss) => ({ ...loss, restored: false }))
}
