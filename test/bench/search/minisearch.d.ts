/** What is used of it: the package is installed for the benchmarks only. */
declare module 'minisearch' {
  class MiniSearch {
    constructor(options: { readonly fields: readonly string[] })
    addAll(documents: readonly { readonly id: string }[]): void
    search(query: string, options: { readonly prefix: boolean }): readonly unknown[]
  }
  export = MiniSearch
}
