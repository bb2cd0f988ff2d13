/** What is used of it: the package has no types of its own, and is installed for the benchmarks only. */
declare module 'diff-match-patch' {
  class DiffMatchPatch {
    diff_main(before: string, after: string): [kind: -1 | 0 | 1, text: string][]
    diff_cleanupSemantic(diffs: [kind: -1 | 0 | 1, text: string][]): void
  }
  export = DiffMatchPatch
}
