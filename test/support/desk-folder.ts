import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Change } from '#annotations/changes/change-set'
import type { Records, RecordsView } from '#annotations/changes/records'
import { ok } from '#annotations/model/result'
import type { Desk } from '#main/desk/desk'
import { openDesk } from '#main/desk/open-desk'
import type { DeskOptions } from '#main/desk/options'
import { changesOf, type GeneratedDesk } from './desk-generator'

/** A folder of its own for a test, and the desks opened in it, all closed and removed at the end. */
export async function withDeskFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), 'crossread-desk-'))
  try {
    return await work(join(root, 'desk'))
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

/** Opens a desk that must open. */
export async function opened(folder: string, options: DeskOptions = {}): Promise<Desk> {
  const desk = await openDesk(folder, {
    onBug: (error) => {
      throw error
    },
    ...options,
  })
  if (!desk.ok) throw new Error(`${desk.error.code}: ${desk.error.message}`)
  return desk.value
}

export function act(desk: Desk, label: string, changes: readonly Change[]) {
  return desk.act(() => ok({ label, changes }))
}

/** Adds a generated desk, an action an article. */
export async function plant(desk: Desk, generated: GeneratedDesk): Promise<void> {
  const byArticle = new Map(generated.articles.map((article) => [article.id, [] as Change[]]))
  const later: Change[] = []
  for (const change of changesOf(generated)) {
    if (change.kind === 'link') later.push(change)
    else if (change.kind === 'article') byArticle.get(change.id)?.push(change)
    else if (change.after && 'articleId' in change.after) byArticle.get(change.after.articleId)?.push(change)
  }
  for (const changes of [...byArticle.values(), later]) {
    const done = await act(desk, 'Add an article', changes)
    if (!done.ok) throw new Error(done.error.message)
  }
}

/** All records as plain values in a fixed order, to compare two desks. */
export function snapshot(records: RecordsView | Records) {
  const sorted = <V>(map: ReadonlyMap<string, V>) =>
    [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value)
  return {
    articles: sorted(records.articles),
    revisions: sorted(records.revisions),
    highlights: sorted(records.highlights),
    links: sorted(records.links),
    // Frozen desks of before there were verdicts say nothing of them.
    ...(records.verdicts.size > 0 ? { verdicts: sorted(records.verdicts) } : {}),
    ...(records.speakers.size > 0 ? { speakers: sorted(records.speakers) } : {}),
  }
}
