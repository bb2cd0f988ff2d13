import type { RecordsView } from '#annotations/changes/records'
import { speakerOf, TAGS, type Tag } from '#annotations/model/highlight'
import type { HighlightId } from '#annotations/model/ids'
import { fail as failed, ok, type Result } from '#annotations/model/result'
import { createHighlightSearch, type Query } from '../../desk/search/search-highlights'
import { type Command, type Given, listOf, textOf } from '../command'
import { withDeskToRead } from '../open-to-read'
import { fail, table } from '../output'

const MOST = 200

export const search: Command = {
  name: 'search',
  summary: 'find highlights by their words',
  help: `Usage: crossread search WORDS… [--tag TAG] [--limit N] [--json] [--desk DIR]

Finds the highlights in whose passage, note, speaker or article all of the words occur, best first. Words may be cut
short; case, accents and kinds of quotes do not matter.

  --tag TAG    claim, attribution or denial; may be given again
  --limit N    at most N hits, 1 to ${MOST}; 20 unless told
  --json       hits as a JSON array

  crossread search ferry night --tag denial`,
  options: {
    tag: { type: 'string', multiple: true },
    limit: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run(given, out) {
    const query = queryOf(given)
    if (!query.ok) return fail(out, query.error, 2)
    return withDeskToRead(given, out, ({ records }) => {
      const { ids, total } = createHighlightSearch(records).find(query.value)
      const hits = ids.flatMap((id) => hitOf(records, id))
      if (given.values.json) out.print(JSON.stringify(hits, null, 2))
      else if (hits.length === 0) out.print('No highlight was found.')
      else {
        const rows = hits.map(({ tag, exact, publisher, article }) => [
          tag,
          short(exact, 80),
          publisher ?? short(article, 30),
        ])
        out.print(table(['tag', 'passage', 'article'], rows))
        if (total > hits.length) out.print(`… and ${total - hits.length} more.`)
      }
      return 0
    })
  },
}

function queryOf(given: Given): Result<Query> {
  const tags: Tag[] = []
  for (const name of listOf(given, 'tag')) {
    const tag = TAGS.find((tag) => tag === name)
    if (!tag) return failed('invalid-input', `"${name}" is no tag: there are ${TAGS.join(', ')}.`)
    tags.push(tag)
  }
  const limit = Number(textOf(given, 'limit') ?? 20)
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST)
    return failed('invalid-input', `--limit takes a number from 1 to ${MOST}.`)
  return ok({ text: given.words.join(' '), tags, articleId: null, linkFrom: null, limit })
}

/** A highlight with its article, as JSON tells it. */
function hitOf(records: RecordsView, id: HighlightId) {
  const highlight = records.highlights.get(id)
  const article = highlight && records.articles.get(highlight.articleId)
  if (!highlight || !article) return []
  const { tag, note, anchor } = highlight
  const { start, end } = anchor
  const passage = { id, tag, exact: anchor.quote.exact, start, end, speaker: speakerOf(highlight), note }
  return [{ ...passage, articleId: article.id, article: article.title, publisher: article.publisher }]
}

/** On one line, and no longer than this many characters. */
function short(text: string, length: number): string {
  const characters = Array.from(text.replace(/\s+/g, ' '))
  return characters.length <= length ? characters.join('') : `${characters.slice(0, length - 1).join('')}…`
}
