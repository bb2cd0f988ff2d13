import { counted } from '../../changes/actions/wording'
import type { Link } from '../../model/link'
import { ok, type Result } from '../../model/result'
import type { Verdict } from '../../model/verdict'
import { badFile, goodOf } from '../bad-file'
import type { ReadContext } from '../format'
import type { ForeignLink, ForeignVerdict } from './foreign'
import type { Highlights } from './highlights'
import { relationOf } from './labels'
import { type Made, madeBy, someOf } from './made'

/** The ties between highlights as links of ours; one with an end that was left out is left out with it. */
export function linksOf(
  found: readonly ForeignLink[],
  { made: ends, out, atFault }: Highlights,
  context: ReadContext,
  countLabel: (label: string) => void,
): Result<Made<readonly Link[]>> {
  const unknown = new Set<string>()
  const orphans: string[] = []
  const make = (link: ForeignLink): Result<Link | null> => {
    const { where, label, id } = link
    const missing = [link.from, link.to].find((end) => !ends.has(end) && !out.has(end))
    if (missing !== undefined && !link.mayDangle) {
      return badFile(
        `${where}: its end ${besideOf(where, missing)} is ${atFault.has(missing) ? 'at fault itself' : 'not in the file'}.`,
      )
    }
    countLabel(label)
    const [from, to] = [ends.get(link.from)?.id, ends.get(link.to)?.id]
    if (from === undefined || to === undefined) {
      orphans.push(where)
      return ok(null)
    }
    if (from === to) return badFile(`${where}: both of its ends are ${link.from}.`)
    const relation = relationOf(label, context)
    if (relation === null) unknown.add(label)
    const { note, ...maker } = madeBy(link, context)
    const kept = relation === null && label !== '' ? [label, note].filter((part) => part !== '').join(': ') : note
    return ok({ id: id ?? context.ids.link(), from, to, relation: relation ?? 'relates', note: kept, ...maker })
  }
  const made = goodOf(found.map(make), context.onFault)
  if (!made.ok) return made
  const notes = [
    ...Array.from(unknown, (label) => `Links labelled “${label}” became “relates”, with the label as their note.`),
    ...(orphans.length > 0
      ? [
          `Left out: ${counted(orphans.length, 'link')} with an end that was left out, or is not in the file (${someOf(orphans)}).`,
        ]
      : []),
  ]
  return ok({ made: made.value.filter((link) => link !== null), notes, unknown: [...unknown] })
}

/** A name without what the record that speaks of it has already said: that both are in one file, or one task of it. */
function besideOf(where: string, name: string): string {
  let same = 0
  while (same < name.length && name[same] === where[same]) same++
  const rest = name.slice(same)
  return same > 0 && rest.startsWith(' ') ? rest.trim() : name
}

/** The verdicts on what is still a claim. */
export function verdictsOf(
  found: readonly ForeignVerdict[],
  { made, out, atFault }: Highlights,
  { onFault }: ReadContext,
): Result<Made<readonly Verdict[]>> {
  let idle = 0
  const verdicts = goodOf(
    found.map(({ where, claim, mayDangle = false, ...verdict }): Result<Verdict | null> => {
      const highlight = made.get(claim)
      if (highlight?.tag === 'claim') return ok({ ...verdict, claim: highlight.id })
      if (atFault.has(claim)) return badFile(`${where}: its claim ${claim} is at fault itself.`)
      if (!highlight && !mayDangle && !out.has(claim))
        return badFile(`${where}: its claim ${claim} is not in the file.`)
      idle++
      return ok(null)
    }),
    onFault,
  )
  if (!verdicts.ok) return verdicts
  const notes = idle > 0 ? [`Left out: ${counted(idle, 'verdict')} on what is no claim any more.`] : []
  return ok({ made: verdicts.value.filter((verdict) => verdict !== null), notes, unknown: [] })
}
