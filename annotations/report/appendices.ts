import { groupBy } from '../exchange/documents'
import type { Revision } from '../model/article'
import type { Highlight } from '../model/highlight'
import { relationWords } from '../model/relation'
import type { Collected } from './collect'
import { type Block, type Line, say, theirs } from './document'
import { storyName } from './dossier-section'
import { passageOf, type Writing, whereOf } from './passages'
import { dayWords, inQuotes, sourceName } from './words'

/** UTF-16 units of a passage that is named in a line. */
const MOST_NAMED = 120

/** What the scope holds besides its claims: passages, and links between them. */
export function otherSections(writing: Writing, { others, otherLinks }: Collected) {
  return [
    {
      name: 'other-passages',
      title: 'Passages of no claim',
      blocks: others.flatMap((highlight): Block[] => {
        const passage = passageOf(writing, highlight.id, (one) => [
          {
            text: one.tag === 'attribution' ? 'Attribution' : one.tag === 'denial' ? 'Denial' : 'Claim',
            look: 'strong',
          },
          ...(one.tag === 'attribution' && one.speaker !== null
            ? [say(' to '), theirs(writing.names.nameOf(one.speaker))]
            : []),
          say(' in '),
          ...whereOf(writing, one),
        ])
        return passage ? [passage] : []
      }),
    },
    {
      name: 'other-links',
      title: 'Other links',
      blocks: linkLines(writing, otherLinks),
    },
  ]
}

function linkLines(writing: Writing, links: Collected['otherLinks']): Block[] {
  const { records, options } = writing
  const items = links.flatMap(({ from, to, relation, note }): Line[] => {
    const [start, end] = [records.highlights.get(from), records.highlights.get(to)]
    if (!start || !end) return []
    return [
      [
        ...named(writing, start),
        { text: ` ${relationWords(relation, 'from')} `, look: 'strong' },
        ...named(writing, end),
        ...(options.notes && note !== '' ? [say('. Note: '), theirs(note)] : []),
      ],
    ]
  })
  return items.length === 0 ? [] : [{ kind: 'list', ordered: false, items }]
}

function named(writing: Writing, highlight: Highlight): Line {
  return [
    theirs(inQuotes(highlight.anchor.quote.exact, MOST_NAMED)),
    say(' ('),
    ...whereOf(writing, highlight),
    say(')'),
  ]
}

/** What stands in the way of signing, by name. */
export function checkSection(writing: Writing, { toCheck, stories }: Collected): Block[] {
  const lost = toCheck.map((highlight) => named(writing, highlight))
  const unjudged = stories.flatMap(({ row }, at): Line[] =>
    row.rating === 'unchecked'
      ? [[{ text: `Claim ${at + 1}`, to: storyName(at + 1) }, say(': '), theirs(inQuotes(row.exact, MOST_NAMED))]]
      : [],
  )
  return [
    ...(lost.length === 0
      ? []
      : ([
          { kind: 'paragraph', line: [say('Not found again in the newest text of their article:')] },
          { kind: 'list', ordered: false, items: lost },
        ] satisfies Block[])),
    ...(unjudged.length === 0
      ? []
      : ([
          { kind: 'paragraph', line: [say('Claims without a verdict:')] },
          { kind: 'list', ordered: false, items: unjudged },
        ] satisfies Block[])),
  ]
}

/** Every article that is quoted, with all that is needed to find it again. */
export function sourcesSection({ records, sources }: Writing, { articles, highlights }: Collected): Block[] {
  const byArticle = groupBy(highlights, ({ articleId }) => articleId)
  return articles.flatMap((article): Block[] => {
    const number = sources.get(article.id) ?? 0
    const quoted = byArticle.get(article.id) ?? []
    const used = article.revisions.flatMap((id, at) => {
      const revision = quoted.some(({ revisionId }) => revisionId === id) ? records.revisions.get(id) : undefined
      return revision ? [revisionLine(revision, at + 1, article.revisions.length)] : []
    })
    const fact = (name: string, value: string | null) =>
      value === null ? [] : [{ name, lines: [[theirs(value)]] as readonly Line[] }]
    return [
      {
        kind: 'heading',
        level: 3,
        name: sourceName(number),
        line: [say(`[${number}] `), theirs(article.title)],
      },
      {
        kind: 'facts',
        rows: [
          ...fact('Publisher', article.publisher),
          ...fact('Byline', article.byline),
          ...fact('Published', article.published === null ? 'Undated' : dayWords(article.published)),
          ...(article.url === null
            ? []
            : [{ name: 'Address', lines: [[{ text: article.url, look: 'foreign', href: article.url }]] as Line[] }]),
          { name: used.length > 1 ? 'Texts' : 'Text', lines: used },
          { name: 'Quoted', lines: [[say(quoted.length === 1 ? 'once' : `${quoted.length} passages`)]] },
        ],
      },
    ]
  })
}

function revisionLine({ added, source }: Revision, number: number, of: number): Line {
  const which = of === 1 ? 'The only text' : `Revision ${number} of ${of}`
  return [
    say(`${which}, added ${dayWords(added)}, from ${SOURCES[source.kind]}`),
    ...(source.name === undefined ? [] : [say(': '), theirs(source.name)]),
  ]
}

const SOURCES: { readonly [K in Revision['source']['kind']]: string } = {
  file: 'a file',
  paste: 'the clipboard',
  web: 'the web',
  sample: 'the sample',
  import: 'an import',
}

/** Lines to sign on. */
export function signOffSection(preparedBy: string): Block[] {
  return [
    {
      kind: 'paragraph',
      line: [say('Who signs has compared the passages with their sources, and the verdicts with their evidence.')],
    },
    {
      kind: 'signatures',
      rows: [
        { role: 'Fact-checker', name: preparedBy },
        { role: 'Editor', name: '' },
      ],
    },
  ]
}
