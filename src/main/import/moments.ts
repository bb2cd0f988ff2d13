import { articleDetailsSchema } from '#annotations/model/article-draft'
import { dateAtStart } from './dates'

/** An ISO moment as the model has it. Papers write `+0500` and leave out the colon, or the seconds. */
const MOMENT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})$/i

/** A day or moment from a machine-readable field, or from a date in words; null when it is neither. */
export function readMoment(value: string): string | null {
  const text = value.trim()
  const [, day, time, seconds, , zone] = MOMENT.exec(text) ?? []
  if (day !== undefined && zone !== undefined) {
    const offset = zone.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')
    const moment = `${day}T${time}${seconds ?? ':00'}${offset}`
    const parsed = articleDetailsSchema.shape.published.safeParse(moment)
    if (parsed.success) return parsed.data
  }
  const named = dateAtStart(text)?.date
  if (named !== undefined) return named
  const compact = /^(\d{4})(\d{2})(\d{2})(T|\d{6}|$)/.exec(text)
  return compact ? (dateAtStart(`${compact[1]}-${compact[2]}-${compact[3]}`)?.date ?? null) : null
}

/** The day of a mail's header: "Thu, 4 May 2023 09:30:00 +0500". A day, because a letter's clock is its sender's. */
export function readMailDate(value: string): string | null {
  return dateAtStart(value.trim())?.date ?? null
}
