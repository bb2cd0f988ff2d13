import type { CDPSession, Page } from 'playwright'
import type { Action } from './actions'

type TraceEvent = {
  readonly name: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  /** Microseconds that the thread itself ran: other programs on the machine do not count. */
  readonly tdur?: number
}

/** Milliseconds after an action within which its work is done. */
const WINDOW = 250
const MARK = 'bench-action'

/**
 * The longest time that an action keeps the main thread from anything else, in milliseconds of the thread's own time, as the
 * browser records its tasks: script, style, layout and paint.
 */
export async function longestStretch(page: Page, action: Action): Promise<number> {
  const session = await page.context().newCDPSession(page)
  const events = await trace(session, () =>
    page.evaluate(
      ({ action, mark, window: milliseconds }) =>
        new Promise<void>((resolve) => {
          setTimeout(() => {
            performance.mark(mark)
            window.bench.actions?.[action]()
          }, 50)
          setTimeout(resolve, 50 + milliseconds)
        }),
      { action, mark: MARK, window: WINDOW },
    ),
  )
  await session.detach()
  const mark = events.find((event) => event.name === MARK)
  if (!mark) throw new Error('The trace has no mark of the action.')
  const tasks = events.filter(
    ({ name, pid, tid, ts, tdur = 0 }) =>
      name === 'RunTask' &&
      pid === mark.pid &&
      tid === mark.tid &&
      ts + tdur >= mark.ts &&
      ts < mark.ts + (WINDOW - 50) * 1_000,
  )
  if (tasks.length === 0) throw new Error('The trace has no task of the main thread.')
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1_000
}

/** The main thread's own time, in milliseconds, that a page takes from nothing to the first frame with the article. */
export async function loadTime(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const before = await taskTime(session)
  await page.evaluate(() => window.bench.load())
  const after = await taskTime(session)
  await session.detach()
  return after - before
}

async function taskTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value
  if (seconds === undefined) throw new Error('The browser does not tell how long its tasks took.')
  return seconds * 1_000
}

async function trace(session: CDPSession, during: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = []
  // The protocol's own trace format, of which only tasks and the mark are read.
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'disabled-by-default-devtools.timeline', 'blink.user_timing'] },
  })
  await during()
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()))
  await session.send('Tracing.end')
  await complete
  return events
}
