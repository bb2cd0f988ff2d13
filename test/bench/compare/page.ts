/** What the page can be measured at, called by the runner. */
export type ComparePage = {
  /** Scrolls both texts for so many frames, CSS px a frame; the milliseconds between frames, and how many curves are in view at the end. */
  readonly scroll: (
    frames: number,
    step: number,
  ) => Promise<{ readonly times: readonly number[]; readonly curves: number }>
}

declare global {
  interface Window {
    comparePage: ComparePage
  }
}
