import { readFileSync } from 'node:fs'
import { counted } from '#annotations/changes/actions/wording'
import type { MergeCounts } from '#annotations/exchange/merge/ledger'
import type { Merged, MergeVerb } from '#annotations/exchange/merge/plan-merge'
import { tagSchema } from '#annotations/model/highlight'
import { relationSchema } from '#annotations/model/relation'
import { fail as failed, ok, type Result } from '#annotations/model/result'
import type { LabelMap } from '#contract/exchange-views'
import type { Desk } from '../desk/desk'
import { conflictsOf } from '../desk/handlers/conflicts'
import { openDesk } from '../desk/open-desk'
import { planExchange } from '../exchange/plan-exchange'
import type { Exchange } from '../exchange/read-exchange'
import { contextOf } from '../exchange/stage-exchange'
import { type Given, listOf } from './command'
import { conflictTable } from './conflict-table'
import { type ExitCode, fail, type Output } from './output'

/** Options of every command that takes annotations in. */
export const TAKE_IN = {
  'dry-run': { type: 'boolean' },
  partial: { type: 'boolean' },
  json: { type: 'boolean' },
  annotator: { type: 'string' },
  restore: { type: 'boolean' },
} as const

export const TAKE_IN_HELP = `  --dry-run          say what would come in, and change nothing
  --partial          leave out what is at fault or missing and take the rest; without it, one fault stops the file
  --annotator NAME   who annotates, where the file does not say; else the desk's annotator
  --restore          bring back what was removed here and is unchanged there; it is left out else
  --json             the outcome as JSON`

export type Wanted = {
  readonly dry: boolean
  readonly partial: boolean
  readonly json: boolean
  readonly restore: boolean
  readonly annotator: string | undefined
}

export function wantedIn({ values }: Given): Wanted {
  const { annotator } = values
  return {
    dry: values['dry-run'] === true,
    partial: values.partial === true,
    json: values.json === true,
    restore: values.restore === true,
    annotator: typeof annotator === 'string' ? annotator : undefined,
  }
}

/** Opens the desk for a command that changes it; one that does not exist is made. */
export async function withDeskToChange(
  { deskFolder }: Given,
  out: Output,
  work: (desk: Desk) => Promise<ExitCode>,
): Promise<ExitCode> {
  const desk = await openDesk(deskFolder)
  if (!desk.ok) return fail(out, desk.error)
  try {
    const { readOnly } = desk.value
    if (readOnly !== null) return fail(out, { code: 'read-only', message: readOnly })
    return await work(desk.value)
  } finally {
    await desk.value.close()
  }
}

/** What a reader is told of this moment. */
export function readContext(desk: Desk, { annotator }: Wanted) {
  return contextOf(annotator ?? desk.settings().annotator)
}

/** What `--map LABEL=WORD` says: the word is a tag, a relation, or `none` for a label to leave out. */
export function mapIn(given: Given): Result<LabelMap> {
  const tags: Record<string, LabelMap['tags'][string]> = {}
  const relations: Record<string, LabelMap['relations'][string]> = {}
  for (const one of listOf(given, 'map')) {
    const at = one.lastIndexOf('=')
    const [label, word] = [one.slice(0, at), one.slice(at + 1)]
    const tag = tagSchema.safeParse(word)
    const relation = relationSchema.safeParse(word)
    if (at > 0 && tag.success) tags[label] = tag.data
    else if (at > 0 && word === 'none') tags[label] = null
    else if (at > 0 && relation.success) relations[label] = relation.data
    else {
      return failed('invalid-input', `--map ${one}: say LABEL=WORD, and the word as a tag, a relation or none.`, {
        next: `Tags are ${tagSchema.options.join(', ')}; relations are ${relationSchema.options.join(', ')}.`,
      })
    }
  }
  return ok({ tags, relations })
}

/** What came of one file or desk, for `--json`. */
export type Outcome = {
  readonly name: string
  readonly format: string
  readonly done: boolean
  readonly counts: MergeCounts
  readonly notes: readonly string[]
  readonly faults: readonly string[]
  readonly conflicts: readonly ReturnType<typeof conflictsOf>[number][]
}

/** Merges what was read, or says what would be; answers null when it failed and said so. */
export async function takeIn(
  desk: Desk,
  exchange: Exchange,
  verb: MergeVerb | null,
  wanted: Wanted,
  out: Output,
): Promise<{ readonly outcome: Outcome; readonly failed: boolean } | null> {
  const plan = await planExchange(desk, verb === null ? exchange : { ...exchange, verb }, wanted.restore)
  if (!plan.ok) return refused(out, plan)
  const stopped = exchange.faults.length > 0 && !wanted.partial
  const result =
    wanted.dry || stopped ? plan.value(desk.records, readContext(desk, wanted)) : await desk.act(plan.value)
  if (!result.ok) return refused(out, result)
  const {
    label: _label,
    changes,
    warning: _warning,
    notes,
    differences: _said,
    ...counts
  } = result.value satisfies Merged
  const outcome: Outcome = {
    name: exchange.name,
    format: exchange.format.id,
    done: !wanted.dry && !stopped,
    counts,
    notes: [...exchange.notes, ...notes],
    faults: exchange.faults.map(({ sentence }) => sentence),
    // Also of a merge that is only tried: what would be in conflict is in its changes.
    conflicts: conflictsOf(
      desk.records,
      changes.flatMap((change) => (change.kind === 'conflict' && change.after !== null ? [change.after] : [])),
    ),
  }
  if (!wanted.json) say(outcome, wanted, out)
  return { outcome, failed: stopped }
}

function refused(out: Output, failed: Result<unknown>): null {
  if (!failed.ok) fail(out, failed.error)
  return null
}

function say({ name, counts, notes, faults, conflicts, done }: Outcome, { dry, partial }: Wanted, out: Output): void {
  for (const sentence of notes) out.warn(sentence)
  for (const sentence of faults) out.warn(sentence)
  if (faults.length > 0 && !partial) {
    out.warn(
      `${name}: ${counted(faults.length, 'fault')}, so nothing was imported; the desk is as it was. --partial takes the rest.`,
    )
    if (!dry) return
  }
  const { articles, highlights, links, verdicts, speakers } = counts
  const came = [
    counted(articles, 'article'),
    counted(highlights, 'highlight'),
    counted(links, 'link'),
    ...(verdicts > 0 ? [counted(verdicts, 'verdict')] : []),
    ...(speakers > 0 ? [counted(speakers, 'speaker')] : []),
  ].join(', ')
  const others = [
    counts.updated > 0 && `${counts.updated} newer there and taken over`,
    counts.older > 0 && `${counts.older} newer here and kept`,
    counts.same > 0 && `${counts.same} here already`,
    counts.removed > 0 && `${counts.removed} removed here and left so`,
    counts.waiting > 0 && `${counted(counts.waiting, 'conflict')} still to decide since an earlier merge`,
    counts.matched > 0 && `${counted(counts.matched, 'article')} known by text or address`,
    counts.conflicts > 0 && `${counted(counts.conflicts, 'conflict')} to decide`,
  ].filter((part) => part !== false)
  out.print(`${name}: ${done ? '' : 'would bring '}${came}${others.length > 0 ? ` (${others.join('; ')})` : ''}.`)
  if (conflicts.length > 0) {
    out.print(conflictTable(conflicts))
    if (done) out.warn('Both versions are kept: decide in Crossread, or with crossread conflicts.')
  }
}

/** The whole standard input, as bytes. */
export function readInput(): Buffer {
  return readFileSync(0)
}
