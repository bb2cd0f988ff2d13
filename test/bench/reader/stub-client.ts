import { fail, ok } from '../../../annotations/model/result'
import type { Client } from '../../../src/contract/client'
import type { ArticleView, DeskStatus } from '../../../src/contract/views'

const STATUS: DeskStatus = {
  name: 'Bench',
  folder: '/bench',
  version: '0.0.0',
  readOnly: null,
  settings: { annotator: 'Bench', theme: 'light' },
  undo: { undo: null, redo: null },
  save: { state: 'saved', at: null },
  problems: [],
  shell: 'browser',
  hasSample: false,
  conflicts: 0,
}

/** A desk that holds some articles and does nothing: what is measured is the page alone. */
export function stubClient(views: readonly ArticleView[]): Client {
  const answers: { readonly [method: string]: unknown } = {
    'desk.status': STATUS,
    'article.list': [],
  }
  return {
    call: async (method, input) => {
      const asked = 'id' in input ? input.id : null
      const answer = method === 'article.open' ? views.find(({ article }) => article.id === asked) : answers[method]
      // The answers are typed above, by the contract's own views.
      return answer === undefined ? fail('unavailable', 'The bench has no desk.') : ok(answer as never)
    },
    on: () => () => undefined,
    onClose: () => () => undefined,
  }
}
