import { z } from 'zod'

/** One step from a format's version to the next. Its name says what changed; a frozen desk of the old version tests it. */
export type Migration = { readonly name: string; readonly up: (old: Readonly<Record<string, unknown>>) => unknown }

/** A kind of file: its schema as of today, and the steps from every earlier version. Its version is one more than its steps. */
export type Format<T> = { readonly schema: z.ZodType<T>; readonly migrations: readonly Migration[] }

export type Parsed<T> =
  | { readonly state: 'sound'; readonly value: T }
  | { readonly state: 'broken'; readonly why: string }
  | { readonly state: 'newer'; readonly version: number }

const versioned = z.looseObject({ version: z.int().min(1) })

export function versionOf(format: Format<unknown>): number {
  return format.migrations.length + 1
}

/** Validates what was read from a file, brought up to today's version first. It never throws. */
export function parseFormat<T>(format: Format<T>, raw: unknown): Parsed<T> {
  const head = versioned.safeParse(raw)
  if (!head.success) return { state: 'broken', why: 'it carries no version' }
  const { version } = head.data
  const today = versionOf(format)
  if (version > today) return { state: 'newer', version }
  let value: unknown = raw
  for (const [step, migration] of format.migrations.entries()) {
    if (step + 1 < version) continue
    const old = versioned.safeParse(value)
    if (!old.success) return { state: 'broken', why: `version ${step + 1} could not be read` }
    value = { ...z.looseObject({}).parse(migration.up(old.data)), version: step + 2 }
  }
  const parsed = format.schema.safeParse(value)
  if (parsed.success) return { state: 'sound', value: parsed.data }
  const issue = parsed.error.issues[0]
  return { state: 'broken', why: issue ? `${issue.path.map(String).join('.')}: ${issue.message}` : 'it is not valid' }
}
