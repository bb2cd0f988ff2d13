import { TAGS } from '#annotations/model/highlight'
import { relationWords } from '#annotations/model/relation'
import { fail as failed, ok, type Result } from '#annotations/model/result'
import type { SearchGroup, SearchHit, SearchPage } from '#contract/search-views'
import { createTextSearch, searchIndexOf } from '../../desk/search/full-text/text-search'
import { type Command, type Given, listOf, textOf } from '../command'
import { withDeskToRead } from '../open-to-read'
import { type ExitCode, fail, short, table } from '../output'

const MOST = 100

export const search: Command = {
  name: 'search',
  summary: 'find passages, highlights and links by their words',
  help: `Usage: crossread search QUERY… [--tag TAG] [--limit N] [--json] [--desk DIR]

Searches texts, highlights, notes, speakers and links as the Search view does, best first. Words may be cut short; case,
accents and kinds of quotes do not matter. Quote the query for the shell where it holds quotes, * or ~.

  "some words"           these words in a row
  word~                  words that are spelled alike
  tag: speaker: publisher: article: relation: linked:yes|no date:2022..2023
                         only highlights, links and articles that are so

  --tag TAG    claim, attribution or denial, as tag:TAG; may be given again
  --limit N    at most N hits, 1 to ${MOST}; 20 unless told
  --json       hits as a JSON array

  crossread search ferry night --tag denial
  crossread search 'speaker:harbour date:2024..' --json`,
  options: {
    tag: { type: 'string', multiple: true },
    limit: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run(given, out) {
    const query = queryOf(given)
    if (!query.ok) return fail(out, query.error, 2)
    return withDeskToRead(given, out, async (desk): Promise<ExitCode> => {
      // The index that the app left is taken when it is of this very state of the desk, else one is made here.
      const search = createTextSearch(desk, {
        file: searchIndexOf(desk),
        worker: null,
        report: (error) => out.warn(String(error)),
      })
      await search.ready
      const { text, limit } = query.value
      const page = await search.find(text, 0, limit)
      await search.close()
      for (const hint of page.hints) out.warn(hint)
      const hits = page.groups.flatMap((group) => group.hits.map((hit) => ({ group, hit })))
      const shown = hits.slice(0, limit)
      if (given.values.json) out.print(JSON.stringify(shown.map(jsonOf), null, 2))
      else if (shown.length === 0) out.print(NOTHING)
      else {
        out.print(table(['kind', 'passage', 'article'], shown.map(rowOf)))
        const rest = hits.length - shown.length + left(page)
        if (rest > 0) out.print(`… and ${rest} more.`)
      }
      return 0
    })
  },
}

const NOTHING = 'Nothing was found.'

function queryOf(given: Given): Result<{ readonly text: string; readonly limit: number }> {
  const tags = listOf(given, 'tag')
  for (const name of tags) {
    if (!TAGS.some((tag) => tag === name)) {
      return failed('invalid-input', `"${name}" is no tag: there are ${TAGS.join(', ')}.`)
    }
  }
  const limit = Number(textOf(given, 'limit') ?? 20)
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST)
    return failed('invalid-input', `--limit takes a number from 1 to ${MOST}.`)
  const filter = tags.length > 0 ? ` tag:${tags.join(',')}` : ''
  return ok({ text: `${given.words.join(' ')} ${filter}`.trim(), limit })
}

/** Matches that the page leaves out, and the articles after it. */
function left({ groups, total }: SearchPage): number {
  return groups.reduce((sum, { more }) => sum + more, total.articles - groups.length)
}

type Hit = { readonly group: SearchGroup; readonly hit: SearchHit }

function rowOf({ group, hit }: Hit): string[] {
  const article = group.publisher ?? short(group.title.text, 30)
  if (hit.kind === 'passage') return [hit.highlight?.tag ?? 'text', short(hit.passage.text, 80), article]
  const ends = `${hit.from.exact} ${relationWords(hit.relation, 'from')} ${hit.to.exact}`
  return ['link', short(hit.note.text === '' ? ends : hit.note.text, 80), article]
}

/** A hit with its article, as JSON tells it. */
function jsonOf({ group, hit }: Hit) {
  const article = { articleId: group.articleId, article: group.title.text, publisher: group.publisher }
  if (hit.kind === 'link') {
    const { kind, id, relation, note, from, to } = hit
    return { kind, id, relation, note: note.text, from: from.id, to: to.id, ...article }
  }
  const { start, end, highlight, passage } = hit
  return {
    kind: highlight === null ? 'text' : 'highlight',
    id: highlight?.id ?? null,
    tag: highlight?.tag ?? null,
    exact: passage.text,
    start,
    end,
    speaker: highlight?.speaker?.text ?? null,
    note: highlight?.note?.text ?? '',
    ...article,
  }
}
