/** What is used of it: the package has no types of its own. */
declare module 'CETEIcean' {
  export default class CETEI {
    constructor(options: { readonly documentObject: Document })
    makeHTML5(xml: string): DocumentFragment
  }
}
