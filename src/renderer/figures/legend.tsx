import { RELATIONS, relationWords } from '#annotations/model/relation'
import { RELATION_LOOKS } from './relation-look'

/** CSS px between two entries. */
const ROOM = 104
export const LEGEND_HEIGHT = 28

/** What the lines of a picture stand for, for those who have the picture alone. */
export function Legend({ y, font }: { readonly y: number; readonly font: string }) {
  return (
    <g transform={`translate(16 ${y})`} fontFamily={font} fontSize={11} fill="var(--ink-2)">
      {RELATIONS.map((relation, at) => (
        <g key={relation} transform={`translate(${at * ROOM} 0)`}>
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
