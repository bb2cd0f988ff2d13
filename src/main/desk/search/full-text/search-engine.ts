import type { SearchQuery } from '#annotations/search/query'
import type { Found } from './found-page'
import { readIndex, writeIndex } from './index-file'
import { runQuery } from './run-query'
import { type SearchDoc, TextIndex } from './text-index'

/** What an index is asked to do, as plain values: it may live in another thread. */
export type EngineCalls = {
  /** Takes the index from a file; answers whether it was there, whole, and of this stamp. */
  readonly load: { readonly input: { readonly file: string; readonly stamp: string }; readonly output: boolean }
  readonly put: {
    readonly input: { readonly docs: readonly SearchDoc[]; readonly removed: readonly string[] }
    readonly output: null
  }
  readonly find: {
    readonly input: { readonly query: SearchQuery; readonly offset: number; readonly limit: number }
    readonly output: Found
  }
  readonly save: { readonly input: { readonly file: string; readonly stamp: string }; readonly output: null }
}
export type EngineCall = keyof EngineCalls
export type EngineRequest = {
  readonly [C in EngineCall]: { readonly call: C; readonly input: EngineCalls[C]['input'] }
}[EngineCall]

/** An index that answers calls one after the other. */
export function createEngine(): (request: EngineRequest) => EngineCalls[EngineCall]['output'] {
  let index = new TextIndex()
  return (request) => {
    switch (request.call) {
      case 'load': {
        const read = readIndex(request.input.file, request.input.stamp)
        if (read) index = read
        return read !== null
      }
      case 'put':
        for (const id of request.input.removed) index.remove(id)
        for (const doc of request.input.docs) index.put(doc)
        if (index.isWorn) index = index.compact()
        return null
      case 'find':
        return runQuery(index, request.input.query, request.input.offset, request.input.limit)
      case 'save':
        writeIndex(request.input.file, index.docs > index.live ? index.compact() : index, request.input.stamp)
        return null
    }
  }
}
