import type { RecordsView } from '#annotations/changes/records'
import { isOrphan, speakerOf, TAGS } from '#annotations/model/highlight'
import { RELATIONS } from '#annotations/model/relation'
import type { Command } from '../command'
import { withDeskToRead } from '../open-to-read'
import { table } from '../output'

export const stats: Command = {
  name: 'stats',
  summary: 'count what is in the desk',
  help: `Usage: crossread stats [--json] [--desk DIR]

Counts articles, revisions, highlights by tag, links by relation, speakers and verdicts, and what waits to be checked or decided.

  --json   the same as JSON`,
  options: { json: { type: 'boolean' } },
  run: (given, out) =>
    withDeskToRead(given, out, ({ records }) => {
      const counts = countRecords(records)
      if (given.values.json) out.print(JSON.stringify(counts, null, 2))
      else out.print(table(['', 'count'], rowsOf(counts)))
      return 0
    }),
}

type Counts = ReturnType<typeof countRecords>

/** What a desk holds, by kind. `crossArticle` links join highlights of different articles. */
function countRecords({ articles, revisions, highlights, links, verdicts, conflicts }: RecordsView) {
  const tags = Object.fromEntries(TAGS.map((tag) => [tag, 0]))
  const relations = Object.fromEntries(RELATIONS.map((relation) => [relation, 0]))
  const speakers = new Set<string>()
  let orphans = 0
  for (const highlight of highlights.values()) {
    tags[highlight.tag] = (tags[highlight.tag] ?? 0) + 1
    const speaker = speakerOf(highlight)
    if (speaker !== null) speakers.add(speaker)
    const article = articles.get(highlight.articleId)
    if (article && isOrphan(highlight, article)) orphans++
  }
  let crossArticle = 0
  for (const { from, to, relation } of links.values()) {
    relations[relation] = (relations[relation] ?? 0) + 1
    if (highlights.get(from)?.articleId !== highlights.get(to)?.articleId) crossArticle++
  }
  return {
    articles: articles.size,
    revisions: revisions.size,
    highlights: { total: highlights.size, ...tags, toCheck: orphans },
    links: { total: links.size, crossArticle, ...relations },
    speakers: speakers.size,
    verdicts: verdicts.size,
    conflicts: conflicts.size,
  }
}

function rowsOf({
  articles,
  revisions,
  highlights,
  links,
  speakers,
  verdicts,
  conflicts,
}: Counts): (readonly [string, number])[] {
  const within = (name: string, counts: object) =>
    Object.entries(counts).flatMap(([key, count]) =>
      key === 'total' || count === 0 ? [] : [[`  ${name}: ${WORDS[key] ?? key}`, count] as const],
    )
  return [
    ['articles', articles],
    ['revisions', revisions],
    ['highlights', highlights.total],
    ...within('highlights', highlights),
    ['links', links.total],
    ...within('links', links),
    ['speakers', speakers],
    ['verdicts', verdicts],
    ['conflicts to decide', conflicts],
  ]
}

const WORDS: Readonly<Record<string, string>> = { toCheck: 'to check', crossArticle: 'across articles' }
