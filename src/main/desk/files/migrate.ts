import { z } from 'zod'

/** One step from a format's version to the next. Its name says what changed; a frozen desk of the old version tests it. */
export type Migration = { readonly name: string; readonly up: (old: Readonly<Record<string, unknown>>) => unknown }

/** A kind of file: its schema as of today, and the steps from every earlier version. Its version is one more than its steps. */
export type Format<T> = {
  readonly kind: string
  readonly schema: z.ZodType<T>
  readonly migrations: readonly Migration[]
}

export type Parsed<T> =
  | {
      readonly state: 'sound'
      readonly value: T
      /** Whether it is as Crossread wrote it. */
      readonly sealed: boolean
    }
  | { readonly state: 'broken'; readonly why: string }
  | { readonly state: 'newer'; readonly version: number }

const fields = z.looseObject({})
const versioned = z.looseObject({ version: z.int().min(1) })

export function versionOf(format: Format<unknown>): number {
  return format.migrations.length + 1
}

/**
 * Validates what was read from a file, brought up to today's version first. It never throws.
 *
 * @param isSealed whether the bytes are known to be those that Crossread wrote as this kind of file
 */
export function parseFormat<T>(format: Format<T>, raw: unknown, isSealed = false): Parsed<T> {
  const head = versioned.safeParse(raw)
  if (!head.success) return { state: 'broken', why: 'it carries no version' }
  const { version } = head.data
  const today = versionOf(format)
  if (version > today) return { state: 'newer', version }
  if (isSealed && version === today) {
    const { crc: _, ...value } = head.data
    // It was of this type when it was written, and is what was written.
    return { state: 'sound', value: value as T, sealed: true }
  }
  const current = migrate(format, raw, version)
  if (current.state !== 'sound') return current
  const { crc: _, ...value } = fields.parse(current.value)
  const parsed = format.schema.safeParse(value)
  if (parsed.success) return { state: 'sound', value: parsed.data, sealed: false }
  return { state: 'broken', why: wordsOf(parsed.error) }
}

/** Faults of a sentence before it only counts. */
const MOST_FAULTS = 20

function wordsOf({ issues }: z.ZodError): string {
  const faults = issues.slice(0, MOST_FAULTS).map(({ path, message }) => `${path.map(String).join('.')}: ${message}`)
  const more = issues.length - faults.length
  return [...faults, ...(more > 0 ? [`and ${more} more`] : [])].join('; ') || 'it is not valid'
}

function migrate(format: Format<unknown>, raw: unknown, version: number): Parsed<unknown> {
  let value = raw
  for (const [step, migration] of format.migrations.entries()) {
    if (step + 1 < version) continue
    try {
      value = { ...fields.parse(migration.up(fields.parse(value))), version: step + 2 }
    } catch {
      // What a step is given is only known to carry a version: it may find anything else missing.
      return { state: 'broken', why: `the step “${migration.name}” could not read it` }
    }
  }
  return { state: 'sound', value, sealed: false }
}
