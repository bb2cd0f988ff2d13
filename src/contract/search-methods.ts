import { z } from 'zod'

/** UTF-16 units of a query. */
const MOST_QUERY = 1_000

/**
 * Searches every text, highlight and link of the desk in the language of `annotations/search/query.ts`. A page is `limit`
 * articles with their hits, the best first; with no words, the newest first.
 */
export const searchInput = z.strictObject({
  query: z.string().max(MOST_QUERY),
  offset: z.int().nonnegative().max(1_000_000),
  limit: z.int().min(1).max(100),
})
