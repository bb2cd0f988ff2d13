/** One pass: milliseconds between frames, the main thread's own milliseconds for each task, and how many curves were in view at the end. */
export type Measured = {
  readonly times: readonly number[]
  readonly tasks: readonly number[]
  readonly curves: number
}

/** A frame of a screen that shows sixty a second, and what of it a browser needs for itself. */
const FRAME = 1_000 / 60
/** Longer than this the browser calls a task long: it can be felt. */
const LONG = 50

/** The tables of the section on comparing in docs/benchmarks.md. */
export function toMarkdown(without: readonly Measured[], withLinks: readonly Measured[], links: number): string {
  const row = (name: string, value: (pass: Measured) => number, digits = 2) => {
    const [base, now] = [median(without.map(value)), median(withLinks.map(value))]
    const ratio = base > 0 ? (now / base).toFixed(2) : '–'
    return `| ${name} | ${base.toFixed(digits)} | ${now.toFixed(digits)} | ${ratio} |`
  }
  const sum = (values: readonly number[]) => values.reduce((total, each) => total + each, 0)
  return [
    `Two made-up articles of 10,000 words with 500 highlights each side by side, with ${links} links between them and with none;`,
    'both scrolled by some 2,400 CSS px a second, not in step. Medians of interleaved passes in one run',
    `(\`npm run bench -- compare\`). Where it ended, ${median(withLinks.map(({ curves }) => curves))} curves were in view.`,
    '',
    '| while scrolling | no links | links | ratio |',
    '|---|---|---|---|',
    row('main thread’s own time a frame, ms', ({ times, tasks }) => sum(tasks) / times.length),
    row('its longest task, ms', ({ tasks }) => Math.max(...tasks)),
    row('its tasks over 50 ms', ({ tasks }) => tasks.filter((task) => task > LONG).length, 0),
    row('time between frames, median, ms', ({ times }) => quantile(times, 0.5)),
    row('time between frames, 95 of 100, ms', ({ times }) => quantile(times, 0.95)),
    row(
      'frames that came late (over 1.5 frames of a 60 Hz screen), %',
      ({ times }) => (100 * times.filter((time) => time > 1.5 * FRAME).length) / times.length,
    ),
  ].join('\n')
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
