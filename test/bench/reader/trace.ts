import type { Page } from 'playwright'
import type { Action } from './actions'

type TraceEvent = {
  readonly name: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly dur?: number
  /** Microseconds that the thread itself ran: other programs on the machine do not count. */
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

/** Milliseconds after an action within which its work is done. */
const WINDOW = 250

/**
 * The longest time that an action keeps the main thread from anything else, in milliseconds of the thread's own time, as the
 * browser records its tasks: script, style, layout and paint.
 */
export async function longestStretch(page: Page, action: Action): Promise<number> {
  const { tasks } = await tasksDuring(page, () =>
    page.evaluate(
      ({ action, window: milliseconds }) =>
        new Promise<void>((resolve) => {
          setTimeout(() => {
            performance.mark('bench-start')
            window.bench.actions?.[action]()
          }, 50)
          setTimeout(() => {
            performance.mark('bench-end')
            resolve()
          }, 50 + milliseconds)
        }),
      { action, window: WINDOW },
    ),
  )
  return Math.max(...tasks)
}

/** The main thread's own time, in milliseconds, that a page takes from nothing to the first frame with the article. */
export async function loadTime(page: Page): Promise<number> {
  const { tasks } = await tasksDuring(page, () => page.evaluate(() => window.bench.load()))
  return tasks.reduce((sum, each) => sum + each, 0)
}

/** How long each task of the page's main thread ran, and each of its workers, in milliseconds, between the two marks that the page sets. */
export async function tasksDuring<T>(
  page: Page,
  during: () => Promise<T>,
): Promise<{ readonly value: T; readonly tasks: readonly number[]; readonly workerTasks: readonly number[] }> {
  const session = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  // The protocol's own trace format, of which only tasks and the marks are read.
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['disabled-by-default-devtools.timeline', 'blink.user_timing'] },
  })
  const value = await during()
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()))
  await session.send('Tracing.end')
  await complete
  await session.detach()
  const start = events.find(({ name }) => name === 'bench-start')
  const end = events.find(({ name }) => name === 'bench-end')
  if (!start || !end) throw new Error('The trace lacks a mark of the page.')
  const inPage = events.filter(({ pid }) => pid === start.pid)
  const ran = inPage.filter(({ name, ts, dur = 0 }) => name === 'RunTask' && ts + dur >= start.ts && ts + dur < end.ts)
  const workers = new Set(
    inPage.flatMap(({ name, tid, args }) => (name === 'thread_name' && args?.name?.includes('Worker') ? [tid] : [])),
  )
  const own = ({ tdur = 0 }: TraceEvent) => tdur / 1_000
  const tasks = ran.filter(({ tid }) => tid === start.tid).map(own)
  if (tasks.length === 0) throw new Error('The trace has no task of the main thread.')
  return { value, tasks, workerTasks: ran.filter(({ tid }) => workers.has(tid)).map(own) }
}
