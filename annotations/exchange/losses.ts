import { counted } from '../changes/actions/wording'
import { textOf } from '../model/article'
import { speakerOf } from '../model/highlight'
import type { Relation } from '../model/relation'
import type { CrossreadFile } from './crossread-json/format'
import type { Loss } from './format'
import { isWithinCharacter } from './offsets'
import { isUnfit } from './xml'

/** What a format may have no place for. */
export type Aspect = keyof typeof ASPECTS

type Count = (file: CrossreadFile) => { readonly count: number; readonly sentence: string }

const of =
  (what: string, noun: string, count: (file: CrossreadFile) => number, which = ''): Count =>
  (file) => {
    const found = count(file)
    return { count: found, sentence: `${what} of ${counted(found, noun)}${which}.` }
  }

const ASPECTS = {
  // An export of some articles is none of the desk, whose name it then need not have.
  desk: ({ scope }) => ({ count: scope.kind === 'desk' ? 1 : 0, sentence: 'The desk’s name and date.' }),
  deskDate: ({ scope }) => ({ count: scope.kind === 'desk' ? 1 : 0, sentence: 'The desk’s date.' }),
  texts: of('The text', 'article', ({ articles }) => articles.length),
  titles: of('The title', 'article', ({ articles }) => articles.length),
  details: of('Publisher, byline, date, address, language or direction', 'article', ({ articles }) => articles.length),
  imprint: of('Publisher, byline or date', 'article', ({ articles }) => articles.length),
  voice: of('Byline, language or direction', 'article', ({ articles }) => articles.length),
  direction: of('The direction', 'article', ({ articles }) => articles.length),
  languageNames: of(
    'The language',
    'article',
    ({ articles }) => articles.filter(({ language }) => language !== null && !isLanguageTag(language)).length,
    ' given by a name, not by a tag such as “en”',
  ),
  shape: of(
    'Headings, quotes, formatting and asides',
    'article',
    ({ articles }) =>
      articles.filter(({ revisions }) =>
        revisions.some(({ blocks }) => blocks.some(({ kind, marks, aside }) => kind !== 'paragraph' || marks || aside)),
      ).length,
  ),
  marks: of(
    'Bold, italics and links in the text',
    'article',
    ({ articles }) =>
      articles.filter(({ revisions }) => revisions.some(({ blocks }) => blocks.some(({ marks }) => marks?.length)))
        .length,
  ),
  unfit: of(
    'Control characters, which XML cannot hold,',
    'record',
    ({ articles, highlights, links }) =>
      [
        ...articles.map(({ title, publisher, byline, revisions }) =>
          [title, publisher, byline, ...revisions.map(({ text }) => text)].join(),
        ),
        ...highlights.map((one) => [one.note, one.annotator, speakerOf(one)].join()),
        ...links.map(({ note, annotator }) => `${note},${annotator}`),
      ].filter(isUnfit).length,
  ),
  arrival: of('From where and when it came, and when it was changed,', 'article', ({ articles }) => articles.length),
  revisions: of(
    'That one text replaced another, in earlier revisions',
    'article',
    ({ articles }) => articles.filter(({ revisions }) => revisions.length > 1).length,
  ),
  unmarked: of(
    'Everything',
    'article',
    ({ articles, highlights }) => {
      const marked = new Set(highlights.map(({ articleId }) => articleId))
      return articles.filter(({ id }) => !marked.has(id)).length
    },
    ' without a highlight',
  ),
  notes: of('The note', 'highlight', ({ highlights }) => highlights.filter(({ note }) => note !== '').length),
  speakers: of(
    'The speaker',
    'attribution',
    ({ highlights }) => highlights.filter((h) => speakerOf(h) !== null).length,
  ),
  unsourced: of(
    'The speaker',
    'attribution',
    ({ highlights }) =>
      highlights.filter(({ anchor, ...one }) => {
        const speaker = one.tag === 'attribution' ? one.speaker : null
        return speaker !== null && !anchor.quote.exact.toLowerCase().includes(speaker.toLowerCase())
      }).length,
    ' whose words do not name them',
  ),
  makers: of('Annotator and date', 'highlight', ({ highlights }) => highlights.length),
  changed: of(
    'The time of the last change',
    'record',
    ({ highlights, links }) => [...highlights, ...links].filter(({ created, modified }) => created !== modified).length,
  ),
  context: of('The words before and after the quote', 'highlight', ({ highlights }) => highlights.length),
  widened: (file) => {
    const count = halfCharacters(file)
    return { count, sentence: `${counted(count, 'highlight')} began or ended within a character and took all of it.` }
  },
  links: of('The ends and the relation', 'link', ({ links }) => links.length),
  carried: of(
    'How it came from an earlier revision, and what was decided of it,',
    'highlight',
    ({ highlights }) => highlights.filter(({ carried, settled }) => carried || settled).length,
  ),
  merged: of('The names that are one, and the note,', 'speaker', ({ speakers = [] }) => speakers.length),
  verdicts: of('The verdict', 'claim', ({ verdicts = [] }) => verdicts.length),
  unattributed: of(
    'The place',
    'highlight',
    (file) => {
      const inside = new Set(attributesWithin(file).flatMap(({ from, to }) => [from, to]))
      return file.highlights.filter(({ id }) => !inside.has(id)).length
    },
    ' outside an attribution',
  ),
  unargued: of(
    'The ends and the relation',
    'link',
    ({ links }) => links.filter(({ relation }) => !isArgument(relation)).length,
    ' of a kind other than denies, contradicts, supports',
  ),
  otherLinks: of(
    'The ends and the relation',
    'link',
    (file) => file.links.length - attributesWithin(file).length,
    ' other than attributions within one text',
  ),
  linkNotes: of('The note', 'link', ({ links }) => links.filter(({ note }) => note !== '').length),
  linkMakers: of('Annotator and date', 'link', ({ links }) => links.length),
  across: (file) => {
    const count = linksAcross(file)
    return { count, sentence: `The ends and the relation of ${counted(count, 'link')} from one text to another.` }
  },
} satisfies Record<string, Count>

export const ALL_ASPECTS = Object.keys(ASPECTS).filter((name): name is Aspect => name in ASPECTS)

/** What most formats have no place for. */
const NOWHERE: readonly Aspect[] = ['desk', 'verdicts', 'merged', 'carried']

/**
 * What an export cannot carry, as sentences with their counts; what does not occur in the file is not said. Of `restored`,
 * other readers know nothing and our own import restores it; of `gone`, nothing is in the file. `carries`: what most
 * formats have no place for, and this one has.
 */
export function lossesOf(
  file: CrossreadFile,
  { restored = [], gone = [], carries = [] }: { readonly [K in 'restored' | 'gone' | 'carries']?: readonly Aspect[] },
): Loss[] {
  const say = (aspects: readonly Aspect[], kept: boolean) =>
    aspects.map((aspect) => ({ ...ASPECTS[aspect](file), restored: kept })).filter(({ count }) => count > 0)
  const nowhere = NOWHERE.filter((aspect) => ![...carries, ...restored].includes(aspect))
  return [...say([...nowhere, ...gone], false), ...say(restored, true)]
}

/** Whether a language is written as BCP 47 writes it, which is all that `xml:lang` takes. */
export function isLanguageTag(language: string | null): boolean {
  return language !== null && /^[a-z]{1,8}(-[a-z0-9]{1,8})*$/i.test(language)
}

/** The relations that Argdown has: an attack, a contradiction, a support. */
export function isArgument(relation: Relation): relation is 'denies' | 'contradicts' | 'supports' {
  return relation === 'denies' || relation === 'contradicts' || relation === 'supports'
}

/** The links that say who said something, in one text. */
export function attributesWithin({ highlights, links }: CrossreadFile): CrossreadFile['links'] {
  const home = new Map(highlights.map(({ id, tag, revisionId }) => [id, { tag, revisionId }]))
  return links.filter(({ from, to, relation }) => {
    const [source, said] = [home.get(from), home.get(to)]
    return relation === 'attributes' && source?.tag === 'attribution' && source.revisionId === said?.revisionId
  })
}

function linksAcross({ highlights, links }: CrossreadFile): number {
  const text = new Map(highlights.map(({ id, revisionId }) => [id, revisionId]))
  return links.filter(({ from, to }) => text.get(from) !== text.get(to)).length
}

function halfCharacters({ articles, highlights }: CrossreadFile): number {
  const texts = new Map(articles.flatMap(({ revisions }) => revisions.map(({ id, blocks }) => [id, textOf(blocks)])))
  return highlights.filter(({ revisionId, anchor: { start, end } }) => {
    const text = texts.get(revisionId) ?? ''
    return isWithinCharacter(text, start) || isWithinCharacter(text, end)
  }).length
}
