import { z } from 'zod'
import type { Annotator } from '#annotations/agreement/compared'
import { articleIdSchema } from '#annotations/model/ids'
import type { AgreementView, ComparedFile } from './agreement-views'
import type { Done } from './views'

const MOST_NAME = 1_000
const name = z.string().max(MOST_NAME)

/** As many sides as there are digits to choose one with. */
export const MOST_SIDES = 9

/** Who is compared: somebody of the desk, or with the token of a colleague's file of that file; null for everyone there. */
export const sideSchema = z.strictObject({ file: name.nullable(), annotator: name.nullable() })
export type SideRef = z.infer<typeof sideSchema>

/** Who is held against whom. The first is of the desk, whose articles they are; nobody is there twice. */
const sidesSchema = z.array(sideSchema).min(2).max(MOST_SIDES).readonly()

/** Which side of a disagreement a curator keeps, by its place; or all of them. */
const keptSchema = z.union([z.int().nonnegative(), z.literal('all')])

/** What was decided, and as what else the disagreement stands now, by `standing`: nobody needs to look at that again. */
export type Decided = Done & { readonly left: readonly string[] }

const LONG = 120_000
function long<Output>() {
  return <K extends 'query' | 'command', I extends z.ZodType>(kind: K, input: I) => ({
    kind,
    input,
    timeout: LONG,
    output: undefined as Output | undefined,
  })
}

/** How far annotators agree, and what a curator decides where they do not. */
export const agreementMethods = {
  'agreement.annotators': long<readonly Annotator[]>()('query', z.strictObject({})),
  /** Reads a colleague's Crossread JSON to compare it with; nothing is imported. */
  'agreement.readFile': long<ComparedFile>()('query', z.strictObject({ name, contents: z.string() })),
  'agreement.compare': long<AgreementView>()('query', z.strictObject({ sides: sidesSchema })),
  /** Keeps one side of a disagreement, or all. Where the desk has just that already, nothing changes. */
  'agreement.keep': long<Decided>()(
    'command',
    z.strictObject({ sides: sidesSchema, article: articleIdSchema, id: name, keep: keptSchema }),
  ),
} as const
