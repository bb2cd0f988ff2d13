export const ACTIONS = ['add', 'change', 'hover'] as const
export type Action = (typeof ACTIONS)[number]

/** What one page can be measured at, called by the runner. */
export type BenchPage = {
  /** Puts the article on the page, until the first frame that shows it. */
  readonly load: () => Promise<void>
  readonly actions?: { readonly [A in Action]: () => void }
}

declare global {
  interface Window {
    bench: BenchPage
  }
}
