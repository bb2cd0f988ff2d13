import type { ReactNode } from 'react'
import type { Tag } from '#annotations/model/highlight'
import { RELATIONS, relationWords } from '#annotations/model/relation'
import { TAG_NAMES } from '../ui/tag-mark'
import { RELATION_LOOKS } from './relation-look'

/** CSS px of an entry, a line of them, and what is left free around them. */
const [ENTRY, LINE, EDGE] = [104, 24, 16]

/** How a tag is drawn, in a box of 22 by 28. */
export type LegendTag = { readonly tag: Tag; readonly mark: ReactNode }

const perLine = (width: number) => Math.max(1, Math.floor((width - 2 * EDGE) / ENTRY))

/** CSS px. */
export function legendHeight(width: number, tags: readonly LegendTag[]): number {
  return Math.ceil((RELATIONS.length + tags.length) / perLine(width)) * LINE + 4
}

type LegendProps = {
  readonly y: number
  readonly width: number
  readonly font: string
  readonly tags: readonly LegendTag[]
}

/** What the shapes and lines of a picture stand for, for those who have the picture alone. */
export function Legend({ y, width, font, tags }: LegendProps) {
  const most = perLine(width)
  const placeOf = (at: number) => `translate(${(at % most) * ENTRY} ${Math.floor(at / most) * LINE})`
  return (
    <g transform={`translate(${EDGE} ${y})`} fontFamily={font} fontSize={11} fill="var(--ink-2)">
      {tags.map(({ tag, mark }, at) => (
        <g key={tag} transform={placeOf(at)}>
          {mark}
          <text x={28} y={18}>
            {TAG_NAMES[tag]}
          </text>
        </g>
      ))}
      {RELATIONS.map((relation, at) => (
        <g key={relation} transform={placeOf(tags.length + at)}>
          <path
            d="M0 14H22"
            stroke={`var(${RELATION_LOOKS[relation].token})`}
            strokeWidth={2}
            strokeDasharray={RELATION_LOOKS[relation].dashes.join(' ') || undefined}
          />
          <text x={28} y={18}>
            {relationWords(relation, 'from')}
          </text>
        </g>
      ))}
    </g>
  )
}
