import type { z } from 'zod'
import type { ForeignLink } from './assemble/foreign'
import type { linkAcrossSchema } from './kept'

/**
 * A link that our own fields kept whole, for formats with no links or none from one text to another. Its ends are
 * highlights by our ids, and may be gone: a tool that does not know of the link may have removed them.
 */
export function fromOwnLink(link: z.infer<typeof linkAcrossSchema>): ForeignLink {
  const { relation, ...known } = link
  return { ...known, where: `Link ${link.id}`, label: relation, mayDangle: true }
}
