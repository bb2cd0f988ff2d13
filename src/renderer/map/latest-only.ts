/** A line in which one thing is done at a time. */
export type LatestOnly<T> = {
  /** Begins it, or has it wait; what waited before is given up. */
  readonly ask: (one: T) => void
  /** What was underway is done: it is given back, and what waits begins. */
  readonly done: () => T | null
}

/** Does one thing at a time; of those that are asked for meanwhile the last alone. */
export function latestOnly<T>(begin: (one: T) => void): LatestOnly<T> {
  let underway: { readonly one: T } | null = null
  let next: { readonly one: T } | null = null
  const start = (one: T) => {
    underway = { one }
    begin(one)
  }
  return {
    ask(one) {
      if (underway === null) start(one)
      else next = { one }
    },
    done() {
      const [done, wanted] = [underway, next]
      underway = null
      next = null
      if (wanted) start(wanted.one)
      return done?.one ?? null
    },
  }
}
