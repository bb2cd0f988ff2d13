import { removeSample } from '#annotations/changes/actions/article-actions'
import { fail } from '#annotations/model/result'
import { sampleChanges } from '#annotations/sample/sample'
import type { Desk } from '../desk'
import { toDone } from './done'
import type { HandlersOf } from './handlers-of'
import type { Summaries } from './summaries'

export function sampleHandlers(desk: Desk, summaries: Summaries): HandlersOf<'sample'> {
  return {
    'sample.add': async () =>
      toDone(
        await desk.act((_records, context) =>
          summaries.hasSample() ? fail('duplicate', 'The sample is in this desk already.') : sampleChanges(context),
        ),
      ),
    'sample.remove': async () => toDone(await desk.act(removeSample)),
  }
}
