/** What is used of it: the package has no types of its own. */
declare module 'CETEIcean' {
  class CETEI {
    constructor(options: { readonly documentObject: Document })
    makeHTML5(xml: string): DocumentFragment
  }
  export = CETEI
}
