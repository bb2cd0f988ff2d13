import { counted, numbered } from '../changes/actions/wording'
import type { RecordsView } from '../changes/records'
import { RATINGS } from '../model/verdict'
import { speakerDirectory } from '../speakers/directory'
import { fold } from '../text/fold'
import { checkSection, otherSections, signOffSection, sourcesSection } from './appendices'
import { type Collected, collect } from './collect'
import { type Block, type Line, type ReportDocument, say, theirs } from './document'
import { dossierSection, storyName, storyTitle } from './dossier-section'
import type { Writing } from './passages'
import type { ReportOptions, ReportScope } from './scope'
import { inQuotes, listed, momentWords, RATING_WORDS } from './words'

/** UTF-16 units of a claim in a title. */
const MOST_TITLE = 80

/** Who makes a report of which desk, and when: ISO 8601 in UTC. */
export type Made = { readonly desk: string; readonly by: string; readonly at: string }

export type ReportCounts = {
  readonly claims: number
  readonly passages: number
  readonly links: number
  readonly articles: number
  readonly unjudged: number
  readonly toCheck: number
}

/** A report: what an editor needs to sign off. Null when its scope covers nothing. */
export function compileReport(
  records: RecordsView,
  scope: ReportScope,
  options: ReportOptions,
  made: Made,
): { readonly document: ReportDocument; readonly counts: ReportCounts } | null {
  const whole = collect(records, scope)
  const found = options.others ? whole : withoutOthers(records, whole)
  if (found.highlights.length === 0) return null
  const sources = new Map(found.articles.map(({ id }, at) => [id, at + 1]))
  const writing: Writing = { records, names: speakerDirectory(records.speakers.values()), options, sources }
  const counts = countsOf(found)
  const title = options.title.trim() || `Report on ${subjectOf(scope, found, made)}`
  const stories = found.stories.map(({ row, dossier }, at) => dossierSection(writing, at + 1, row, dossier))
  const parts: readonly Part[] = [
    { name: 'claims', title: 'Claims', blocks: stories.flat() },
    ...(options.others ? otherSections(writing, found) : []),
    { name: 'to-check', title: 'Still to check', blocks: checkSection(writing, found) },
    { name: 'sources', title: 'Sources', blocks: sourcesSection(writing, found) },
    ...(options.signOff ? [{ name: 'sign-off', title: 'Sign-off', blocks: signOffSection(made.by) }] : []),
  ].filter(({ blocks }) => blocks.length > 0)
  return {
    counts,
    document: {
      title,
      blocks: [
        { kind: 'heading', level: 1, name: null, line: [theirs(title)] },
        { kind: 'facts', rows: frontRows(scope, made, found, counts) },
        ...(options.contents ? contents(found, parts) : []),
        ...parts.flatMap((part): Block[] => [
          { kind: 'heading', level: 1, name: part.name, line: [say(part.title)] },
          ...part.blocks,
        ]),
      ],
    },
  }
}

/** A dossier is named after its claim: an editor gets several from one desk. */
function subjectOf(scope: ReportScope, { stories: [story] }: Collected, { desk }: Made): string {
  return scope.kind === 'claims' && scope.ids.length === 1 && story ? inQuotes(story.row.exact, MOST_TITLE) : desk
}

type Part = { readonly name: string; readonly title: string; readonly blocks: readonly Block[] }

function withoutOthers(records: RecordsView, whole: Collected): Collected {
  const left = new Set(whole.others.map(({ id }) => id))
  const stays = <T extends { readonly id: string }>(items: readonly T[]) =>
    items.filter(({ id }) => !(left as ReadonlySet<string>).has(id))
  const highlights = stays(whole.highlights)
  const quoted = new Set(highlights.map(({ articleId }) => articleId))
  return {
    ...whole,
    others: [],
    otherLinks: [],
    highlights,
    toCheck: stays(whole.toCheck),
    articles: whole.articles.filter(({ id }) => quoted.has(id) && records.articles.has(id)),
    links: whole.links.filter(({ from, to }) => !left.has(from) && !left.has(to)),
  }
}

function countsOf({ stories, highlights, links, articles, toCheck }: Collected): ReportCounts {
  return {
    claims: stories.length,
    passages: highlights.length,
    links: links.length,
    articles: articles.length,
    unjudged: stories.filter(({ row }) => row.rating === 'unchecked').length,
    toCheck: toCheck.length,
  }
}

function frontRows(scope: ReportScope, made: Made, found: Collected, counts: ReportCounts) {
  const rows = found.stories.map(({ row }) => row)
  const ratings = RATINGS.flatMap((rating) => {
    const count = rows.filter((row) => row.rating === rating).length
    return count === 0 ? [] : [`${numbered(count)} ${RATING_WORDS[rating].toLowerCase()}`]
  })
  const contested = rows.filter(({ standings }) => standings.includes('contested')).length
  const denied = rows.filter(({ standings }) => standings.includes('denied')).length
  const fact = (name: string, ...lines: Line[]) => ({ name, lines })
  return [
    fact('Date', [say(momentWords(made.at))]),
    fact('Prepared by', [theirs(made.by || 'somebody unnamed')]),
    fact('Annotators', listed(annotatorsOf(found))),
    fact('Desk', [theirs(made.desk)]),
    fact('Covers', [say(scopeWords(scope))]),
    fact('Claims', [
      say(
        `${counted(counts.claims, 'claim')}: ${numbered(contested)} contested, of which ${numbered(denied)} denied in so many words`,
      ),
    ]),
    ...(ratings.length > 0 ? [fact('Verdicts', [say(ratings.join(', '))])] : []),
    fact('Holds', [
      say(
        `${counted(counts.passages, 'passage')} and ${counted(counts.links, 'link')} from ${counted(counts.articles, 'article')}`,
      ),
    ]),
    fact('Still to check', [say(openWords(counts))]),
  ]
}

/** What stands in the way of signing. */
function openWords({ toCheck, unjudged }: ReportCounts): string {
  const open = [
    ...(toCheck > 0 ? [`${counted(toCheck, 'passage')} without a place in the newest text`] : []),
    ...(unjudged > 0 ? [`${counted(unjudged, 'claim')} without a verdict`] : []),
  ]
  return open.length === 0 ? 'Nothing' : open.join(', ')
}

function scopeWords(scope: ReportScope): string {
  switch (scope.kind) {
    case 'desk':
      return 'the whole desk'
    case 'claims':
      return scope.ids.length === 1 ? 'one claim, with all that is linked with it' : 'chosen claims'
    case 'articles':
      return scope.ids.length === 1 ? 'the claims of one article' : `the claims of ${scope.ids.length} articles`
  }
}

function annotatorsOf({ highlights, links, stories }: Collected): string[] {
  const names = new Map<string, string>()
  const made = [...highlights, ...links, ...stories.flatMap(({ dossier }) => dossier.verdicts)]
  for (const { annotator } of made) {
    const name = annotator.trim() || 'somebody unnamed'
    if (!names.has(fold(name))) names.set(fold(name), name)
  }
  return [...names.values()].sort()
}

function contents({ stories }: Collected, parts: readonly Part[]): Block[] {
  return [
    { kind: 'heading', level: 1, name: null, line: [say('Contents')] },
    { kind: 'list', ordered: false, items: parts.map(({ name, title }) => [{ text: title, to: name }]) },
    {
      kind: 'list',
      ordered: true,
      items: stories.map(
        ({ row }, at): Line => [
          { text: storyTitle(row), look: 'foreign', to: storyName(at + 1) },
          { text: ` · ${RATING_WORDS[row.rating]}`, look: 'quiet' },
        ],
      ),
    },
  ]
}
