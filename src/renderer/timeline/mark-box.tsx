import { TAGS, type Tag } from '#annotations/model/highlight'
import { fitText } from '../figures/fit-text'
import { FIGURE_FONT } from '../figures/font'
import { TAG_TOKENS, type Token } from '../figures/relation-look'
import { formatNumber } from '../ui/format'
import { FORMS, type Form } from './lanes'
import type { Box } from './scene'
import { ROLE_NAMES, type Role } from './story-events'

const TITLE_FONT = `500 11.5px ${FIGURE_FONT}`
const TITLE_INSET = 9
/** CSS px that the name of a role takes, about. */
const LABEL_ROOM = 88

const ROLE_TOKENS: { readonly [R in Role]: Token } = {
  first: '--accent',
  repeated: '--claim',
  'denied-by': '--denial',
  contradicts: '--denial',
  'supported-by': '--good',
  'updated-by': '--claim',
  relates: '--ink-3',
}

/** An article, or a stack of them, drawn at its place: colours are tokens, so that it can be saved as it is seen. */
export function MarkBox({ box, form, chosen }: { readonly box: Box; readonly form: Form; readonly chosen: boolean }) {
  const { width, height } = FORMS[form]
  const { role, mark, article, dimmed } = box
  const edge = chosen ? 'var(--focus)' : role === null ? 'var(--rule-strong)' : `var(${ROLE_TOKENS[role]})`
  const several = mark.articles.length > 1
  // Out of the way of the links that arrive from above.
  const labelAtEnd = form === 'card' && isLitWithin(box, 0, LABEL_ROOM) && !isLitWithin(box, width - LABEL_ROOM, width)
  const shape = { width, height, rx: 6, strokeWidth: chosen ? 2.5 : role === null ? 1 : 2 }
  return (
    <>
      {several && (
        <rect
          {...shape}
          x={3}
          y={-3}
          strokeWidth={1}
          fill="var(--sunken)"
          stroke={dimmed ? 'var(--rule)' : 'var(--rule-strong)'}
        />
      )}
      <rect {...shape} fill="var(--raised)" stroke={dimmed && !chosen ? 'var(--rule)' : edge} />
      {/* What links run behind stays whole: only its words fade. */}
      <g opacity={dimmed && !chosen ? 0.45 : 1}>
        {role !== null && (
          <text
            x={labelAtEnd ? width : 0}
            y={-5}
            textAnchor={labelAtEnd ? 'end' : 'start'}
            fontSize={10.5}
            fontWeight={650}
            fill={`var(${ROLE_TOKENS[role]})`}
            stroke="var(--paper)"
            strokeWidth={3}
            paintOrder="stroke"
          >
            {ROLE_NAMES[role]}
          </text>
        )}
        {form === 'card' && (
          <>
            {article.revisions > 1 && !several && (
              <text
                x={labelAtEnd ? 0 : width}
                y={-5}
                fontSize={10}
                textAnchor={labelAtEnd ? 'start' : 'end'}
                fill="var(--ink-3)"
              >
                {article.revisions} texts
              </text>
            )}
            <CardWords box={box} several={several} />
            {several ? <TagBars counts={box.counts} x={TITLE_INSET} y={39} most={14} /> : <Strip box={box} />}
          </>
        )}
        {form === 'dot' &&
          (several ? (
            <text
              x={width / 2}
              y={17}
              fontSize={mark.articles.length > 99 ? 9.5 : 11}
              fontWeight={600}
              textAnchor="middle"
              fill="var(--ink)"
            >
              {mark.articles.length > 999 ? '999+' : mark.articles.length}
            </text>
          ) : (
            <TagBars counts={box.counts} x={5} y={21} most={16} />
          ))}
      </g>
    </>
  )
}

function isLitWithin({ ticks }: Box, start: number, end: number): boolean {
  return ticks.some(({ lit, x }) => lit && x >= start && x <= end)
}

function CardWords({ box: { article, mark }, several }: { readonly box: Box; readonly several: boolean }) {
  const room = FORMS.card.width - 2 * TITLE_INSET
  if (several) {
    return (
      <text x={TITLE_INSET} y={17} fontSize={11.5} fontWeight={600} fill="var(--ink)">
        {formatNumber(mark.articles.length)} articles
      </text>
    )
  }
  const rtl = article.direction === 'rtl'
  return (
    // A viewport of its own cuts what is too long in the font that another program has instead.
    <svg width={FORMS.card.width - 3} height={26} aria-hidden="true">
      <text
        x={rtl ? FORMS.card.width - TITLE_INSET : TITLE_INSET}
        y={17}
        direction={article.direction}
        fontSize={11.5}
        fontWeight={500}
        fill="var(--ink)"
      >
        {fitText(article.title, TITLE_FONT, room)}
      </text>
    </svg>
  )
}

/** Every highlight of an article in reading order: a full bar is a claim, a dotted one an attribution, a jagged one a denial. */
function Strip({ box: { ticks, role } }: { readonly box: Box }) {
  return ticks.map(({ at, x, tag, lit }) => (
    <g key={at} opacity={role !== null && !lit ? 0.28 : 1}>
      <TagTick tag={tag} x={x} y={27} lit={lit} />
    </g>
  ))
}

type TagTickProps = { readonly tag: Tag; readonly x: number; readonly y: number; readonly lit: boolean }

/** The bar of one highlight, 12 CSS px high. */
export function TagTick({ tag, x, y, lit }: TagTickProps) {
  return (
    <path
      d={tag === 'denial' ? `M${x - 1.5} ${y}l3 3l-3 3l3 3l-3 3` : `M${x} ${y}v12`}
      fill="none"
      stroke={`var(${TAG_TOKENS[tag]})`}
      strokeWidth={tag === 'denial' ? (lit ? 2.2 : 1.4) : lit ? 4 : 2.6}
      {...(tag === 'attribution' ? { strokeDasharray: '2 2.5' } : {})}
    />
  )
}

/** How many of each tag, as bars that grow by doubling: their order is that of the tags. */
function TagBars({
  counts,
  x,
  y,
  most,
}: {
  readonly counts: Box['counts']
  readonly x: number
  readonly y: number
  readonly most: number
}) {
  const heightOf = (tag: Tag) => (counts[tag] === 0 ? 0 : Math.min(most, 3 + 2 * Math.log2(counts[tag])))
  return TAGS.map((tag, at) => (
    <path
      key={tag}
      d={`M${x + 3 + at * 5} ${y}v${-heightOf(tag)}`}
      stroke={`var(${TAG_TOKENS[tag]})`}
      strokeWidth={3}
      {...(tag === 'attribution' ? { strokeDasharray: '2 1.5' } : tag === 'denial' ? { strokeDasharray: '4 1' } : {})}
    />
  ))
}
