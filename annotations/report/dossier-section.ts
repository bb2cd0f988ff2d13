import type { ClaimRow, Standing } from '../dossiers/claim-row'
import { type Dossier, PARTS, type Part, type Tie } from '../dossiers/dossier'
import { publishedOf } from '../dossiers/stories'
import type { Verdict } from '../model/verdict'
import { shortened } from '../text/shortened'
import { type Block, type Line, type PassageBlock, say, theirs } from './document'
import { passageOf, type Writing, whereOf } from './passages'
import { byLine, RATING_WORDS, sayers, tellingLine, tieLine } from './words'

/** UTF-16 units of a claim that its heading shows; the whole passage is quoted below. */
const MOST_HEADING = 140

const STANDING_WORDS: { readonly [S in Standing]: string } = {
  contested: 'contested',
  denied: 'denied',
  'single-source': 'single source',
  uncorroborated: 'uncorroborated',
  unlinked: 'unlinked',
}

const PART_NAMES: { readonly [P in Part]: string } = {
  'denied-by': 'Denied',
  contradicts: 'Contradicted',
  'supported-by': 'Supported',
  'updated-by': 'What came later',
  updates: 'What it updates',
  supports: 'What it supports',
  denies: 'What it denies',
  relates: 'Related',
}

/** The name of the place of a story in the report. */
export function storyName(number: number): string {
  return `claim-${number}`
}

/** A story's heading, as the contents list it. */
export function storyTitle(row: ClaimRow): string {
  return shortened(row.exact, MOST_HEADING)
}

/** One claim: how it stands, the verdict, who tells it, and all that is linked with it. */
export function dossierSection(writing: Writing, number: number, row: ClaimRow, dossier: Dossier): Block[] {
  const { records } = writing
  const dated = dossier.tellings[0] && records.highlights.get(dossier.tellings[0].claim)
  const knowsFirst = dossier.tellings.length > 1 && dated !== undefined && publishedOf(records, dated) !== null
  const told = dossier.tellings.flatMap(({ claim, sources }, at) =>
    some(
      passageOf(writing, claim, (highlight) =>
        tellingLine(whereOf(writing, highlight), sayers(writing, sources), knowsFirst && at === 0),
      ),
    ),
  )
  return [
    { kind: 'heading', level: 2, name: storyName(number), line: [say(`${number}. `), theirs(storyTitle(row))] },
    { kind: 'facts', rows: standingRows(row, dossier.verdicts) },
    { kind: 'heading', level: 3, name: null, line: [say(told.length > 1 ? 'Told by' : 'Told once')] },
    ...told,
    ...PARTS.flatMap((part) => partSection(writing, part, dossier.ties)),
  ]
}

function partSection(writing: Writing, part: Part, ties: readonly Tie[]): Block[] {
  const passages = ties
    .filter((tie) => tie.part === part)
    .flatMap(({ other, sources, notes }) =>
      some(
        passageOf(
          writing,
          other,
          (highlight) => tieLine(part, sayers(writing, sources), whereOf(writing, highlight)),
          notes,
        ),
      ),
    )
  if (passages.length === 0) return []
  return [{ kind: 'heading', level: 3, name: null, line: [say(PART_NAMES[part])] }, ...passages]
}

function standingRows(row: ClaimRow, verdicts: readonly Verdict[]) {
  const [verdict, ...others] = verdicts
  const standings = row.standings.map((standing) => STANDING_WORDS[standing]).join(', ')
  return [
    ...(verdict ? verdictRows(verdict) : [{ name: 'Verdict', lines: [[say('None yet: unchecked')]] }]),
    ...others.flatMap((other) => [
      {
        name: 'Another telling',
        lines: [
          [say(`${RATING_WORDS[other.rating]}, `), ...byLine(other)],
          ...(other.note === '' ? [] : [[theirs(other.note)]]),
          ...other.sources.map(sourceLine),
        ] as Line[],
      },
    ]),
    ...(standings === '' ? [] : [{ name: 'Standing', lines: [[say(standings)]] }]),
  ]
}

function verdictRows({ rating, note, sources, ...made }: Verdict): { readonly name: string; readonly lines: Line[] }[] {
  return [
    {
      name: 'Verdict',
      lines: [[{ text: RATING_WORDS[rating], look: 'strong' }, { text: ', ', look: 'quiet' }, ...byLine(made)]],
    },
    ...(note === '' ? [] : [{ name: 'Why', lines: [[theirs(note)]] }]),
    ...(sources.length === 0 ? [] : [{ name: 'Evidence', lines: sources.map(sourceLine) }]),
  ]
}

/** An address can be followed; a name or a document is only told. */
function sourceLine(source: string): Line {
  return [/^https?:\/\/\S+$/.test(source) ? { text: source, look: 'foreign', href: source } : theirs(source)]
}

function some(passage: PassageBlock | null): PassageBlock[] {
  return passage ? [passage] : []
}
