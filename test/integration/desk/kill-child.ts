import { writeSync } from 'node:fs'
import { createIdSource } from '#annotations/model/ids'
import { ok } from '#annotations/model/result'
import { openDesk } from '#main/desk/open-desk'
import { createRandom } from '../../support/desk-generator'
import { changesFor, type Step } from '../../support/desk-model'

/** Annotates in a loop until it is killed. Says what it is about to do, and that it was acknowledged, one line each. */
const [folder = '', seed = '1'] = process.argv.slice(2)
const random = createRandom(Number(seed))
const ids = createIdSource(Date.now, (bytes) => crypto.getRandomValues(bytes))
const WEIGHTED = [
  ...Array.from({ length: 6 }, () => 'highlight' as const),
  ...Array.from({ length: 3 }, () => 'undo' as const),
  'article',
  'link',
  'link',
  'note',
  'note',
  'turn',
  'verdict',
  'redo',
  'redo',
  'remove-highlight',
  'remove-highlight',
  'remove-article',
] as const

// Synchronous: a line that was printed must be in the pipe when the signal comes.
const say = (line: object) => writeSync(1, `${JSON.stringify(line)}\n`)

const desk = await openDesk(folder, { checkpointAfter: Math.floor(random() * 20) })
if (!desk.ok || desk.value.readOnly !== null)
  throw new Error(JSON.stringify(desk.ok ? desk.value.readOnly : desk.error))
const { act, undo, redo, records } = desk.value
say({ state: 'open' })
for (;;) {
  const kind = WEIGHTED[Math.floor(random() * WEIGHTED.length)] ?? 'undo'
  const step: Step = kind === 'undo' || kind === 'redo' ? { do: kind } : { do: kind, at: Math.floor(random() * 10_000) }
  const changes = changesFor(step, records, ids)
  if (changes.length === 0 && 'at' in step) continue
  say({ state: 'try', step, changes })
  const done = await (step.do === 'undo'
    ? undo()
    : step.do === 'redo'
      ? redo()
      : act(() => ok({ label: step.do, changes })))
  if (!done.ok && !done.error.code.startsWith('nothing-to')) throw new Error(JSON.stringify(done.error))
  say({ state: 'done' })
}
