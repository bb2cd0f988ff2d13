import MiniSearch from 'minisearch'
import { textOf } from '../../../annotations/model/article'
import type { GeneratedDesk } from '../../support/desk-generator'
import { type Samples, timed } from '../store/measure'

/** What the same articles cost MiniSearch, in this thread: the machine's speed differs by hour, its ratio to ours hardly does. */
export async function measureRival(
  { articles, revisions }: GeneratedDesk,
  rounds: number,
  ask: (round: number) => string,
): Promise<{ readonly build: number; readonly memory: number; readonly prefix: Samples }> {
  const documents = articles.map(({ id, title }, at) => ({ id, title, text: textOf(revisions[at]?.blocks ?? []) }))
  global.gc?.()
  const before = process.memoryUsage().rss
  const begun = performance.now()
  const index = new MiniSearch({ fields: ['title', 'text'] })
  index.addAll(documents)
  const build = performance.now() - begun
  global.gc?.()
  const memory = (process.memoryUsage().rss - before) / 1e6
  const prefix: Samples = []
  for (let round = 0; round < rounds; round++) await timed(prefix, () => index.search(ask(round), { prefix: true }))
  return { build, memory, prefix }
}
