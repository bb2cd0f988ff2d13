import { z } from 'zod'

const ours = z.iso.datetime()

/** A moment of another tool as ours, ISO 8601 in UTC; undefined where it is none. Ours stay as they are, digit for digit. */
export function momentOf(value: string | number | null | undefined): string | undefined {
  if (value === null || value === undefined || value === '') return undefined
  if (typeof value === 'string' && ours.safeParse(value).success) return value
  const time = new Date(value)
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString()
}
