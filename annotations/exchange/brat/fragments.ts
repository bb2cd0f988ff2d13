export type Span = { readonly start: number; readonly end: number }

/**
 * A passage as brat has it: one fragment a line, as its file is line by line and a span holds no line feed. Offsets are
 * those that come in. Empty for a passage of line feeds alone.
 */
export function fragmentsOf(text: string, { start, end }: Span): readonly Span[] {
  const fragments: Span[] = []
  for (let at = start; at < end; ) {
    const feed = text.indexOf('\n', at)
    const stop = feed === -1 ? end : Math.min(feed, end)
    if (stop > at) fragments.push({ start: at, end: stop })
    at = stop + 1
  }
  return fragments
}

/** From the first fragment's start to the last one's end. */
export function hullOf(fragments: readonly Span[]): Span {
  return {
    start: Math.min(...fragments.map(({ start }) => start)),
    end: Math.max(...fragments.map(({ end }) => end)),
  }
}
