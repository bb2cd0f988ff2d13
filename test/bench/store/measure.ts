/** Milliseconds, sorted at the end. */
export type Samples = number[]

export async function timed(samples: Samples, work: () => unknown): Promise<void> {
  const begun = performance.now()
  await work()
  samples.push(performance.now() - begun)
}

export function median(samples: Samples): number {
  return quantile(samples, 0.5)
}

export function quantile(samples: Samples, q: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN
}

/** A GitHub table, columns as wide as they need. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => (row[at] ?? '').length)))
  const line = (row: readonly string[]) => `| ${widths.map((width, at) => (row[at] ?? '').padEnd(width)).join(' | ')} |`
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join('\n')
}
