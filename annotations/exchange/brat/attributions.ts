import { ok, type Result } from '../../model/result'
import { badFile, goodOf, type OnFault } from '../bad-file'
import { offsetsOf } from '../offsets'
import { hullOf, type Span } from './fragments'
import type { Placed } from './lines'

type SpanLine = Extract<Placed, { readonly kind: 'span' }>
type EventLine = Extract<Placed, { readonly kind: 'event' }>
type Found = SpanLine & { readonly speaker?: string }
type Tie = {
  readonly id: string
  readonly where: string
  readonly from: string
  readonly to: string
  readonly label: string
}

/**
 * The passages and links of an .ann file, with the events of the PolNeAR corpus read as ours: Source and Cue are one
 * attribution, whose speaker the Source names, and which attributes the Content. An event of any other kind ties its
 * trigger to its arguments, by their roles.
 */
export function attributionsOf(
  lines: readonly Placed[],
  text: string,
  onFault?: OnFault,
): Result<{ readonly spans: readonly Found[]; readonly links: readonly Tie[] }> {
  const spans = new Map<string, Found>()
  const marked = goodOf(
    lines
      .filter((line) => line.kind === 'span')
      .map((line) => {
        if (spans.has(line.id)) return badFile(`${line.where}: its id ${line.id} is used twice.`)
        spans.set(line.id, line)
        return ok(line)
      }),
    onFault,
  )
  if (!marked.ok) return marked
  const events = goodOf(
    lines.filter((line) => line.kind === 'event').map((event) => wholeEvent(event, spans)),
    onFault,
  )
  if (!events.ok) return events
  const parts = new Set<string>()
  const links: Tie[] = []
  for (const event of events.value) {
    const trigger = spans.get(event.trigger)
    if (trigger && /^Attribution/.test(trigger.type)) {
      spans.set(trigger.id, toAttribution(trigger, event, spans, text))
      for (const { role, filler } of event.roles) if (role === 'Source' || role === 'Cue') parts.add(filler)
    }
    links.push(...tiesOf(event, spans))
  }
  for (const { roles } of events.value) {
    for (const { role, filler } of roles) if (role === 'Content') parts.delete(filler)
  }
  return ok({ spans: [...spans.values()].filter(({ id }) => !parts.has(id)), links })
}

function wholeEvent(event: EventLine, spans: ReadonlyMap<string, Found>): Result<EventLine> {
  const missing = [event.trigger, ...event.roles.map(({ filler }) => filler)].find(
    (id) => /^T/.test(id) && !spans.has(id),
  )
  return missing === undefined ? ok(event) : badFile(`${event.where}: its part ${missing} is not in the file.`)
}

function toAttribution(trigger: Found, { roles }: EventLine, spans: ReadonlyMap<string, Found>, text: string): Found {
  const of = (role: string) =>
    roles.filter((one) => one.role === role).flatMap(({ filler }) => spans.get(filler)?.spans ?? [])
  const [source, cue, content] = [of('Source'), of('Cue'), of('Content')]
  const hull = hullOf([...trigger.spans, ...source, ...cue])
  const { toUnits } = offsetsOf(text)
  const words = source.map(({ start, end }) => text.slice(toUnits(start), toUnits(end))).join(' ')
  return {
    ...trigger,
    type: 'attribution',
    words: undefined,
    // What is said may stand between who says it and "said": then the words that say it are the attribution.
    spans: content.some((span) => overlap(span, hull)) ? trigger.spans : [hull],
    ...(words === '' ? {} : { speaker: words }),
  }
}

function tiesOf({ id, where, trigger, roles }: EventLine, spans: ReadonlyMap<string, Found>): readonly Tie[] {
  const ours = spans.get(trigger)?.type === 'attribution'
  return roles
    .filter(({ role, filler }) => spans.has(filler) && filler !== trigger && !(ours && role !== 'Content'))
    .map(({ role, filler }) => ({ id, where, from: trigger, to: filler, label: ours ? 'attributes' : role }))
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}
