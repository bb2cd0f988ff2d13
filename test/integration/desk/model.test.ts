import fc from 'fast-check'
import { expect, test } from 'vitest'
import { act, opened, snapshot, withDeskFolder } from '../../support/desk-folder'
import { createSeededIds } from '../../support/desk-generator'
import { changesFor, createDeskModel, type Step } from '../../support/desk-model'

const at = fc.nat(10_000)
const step: fc.Arbitrary<Step | 'close and open' | 'look in from outside'> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('article' as const), at }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('highlight' as const), at }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('link' as const, 'note' as const, 'turn' as const, 'verdict' as const),
      at,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('remove-highlight' as const, 'remove-article' as const), at }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }) },
  { weight: 2, arbitrary: fc.constant('close and open' as const) },
  { weight: 1, arbitrary: fc.constant('look in from outside' as const) },
)

test('any sequence of actions, undos, redos and restarts gives what the plainest desk in memory gives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), (steps) =>
      withDeskFolder(async (folder) => {
        const ids = createSeededIds(1)
        const model = createDeskModel()
        let desk = await opened(folder)
        for (const next of steps) {
          if (next === 'close and open') {
            await desk.close()
            desk = await opened(folder)
          } else if (next === 'look in from outside') {
            // What a crash at this moment would leave: files and marker behind, the history complete.
            const reader = await opened(folder)
            expect(snapshot(reader.records)).toEqual(snapshot(model.records))
            expect(reader.undoState()).toEqual(model.undoState())
            await reader.close()
          } else {
            const changes = changesFor(next, model.records, ids)
            if (next.do === 'undo') await desk.undo()
            else if (next.do === 'redo') await desk.redo()
            else expect((await act(desk, next.do, changes)).ok).toBe(true)
            model.step(next, changes)
          }
          expect(desk.problems()).toEqual([])
          expect(desk.undoState()).toEqual(model.undoState())
        }
        expect(snapshot(desk.records)).toEqual(snapshot(model.records))
        await desk.close()
        const last = await opened(folder)
        expect(snapshot(last.records)).toEqual(snapshot(model.records))
        await last.close()
      }),
    ),
    { numRuns: 60 },
  )
}, 120_000)
