import { expect, test } from 'vitest'
import { createSteps } from '../../../../src/renderer/state/steps'

const click = { type: 'pointerdown' }
const key = (name: string) => ({ type: 'keydown', key: name })

/** Goes on from place to place, and says which of those before stayed to return to. */
function walk() {
  let time = 0
  const steps = createSteps(() => time)
  return {
    steps,
    wait: (ms: number) => {
      time += ms
    },
    goOn: (event: { readonly type: string; readonly key?: string }) => {
      steps.did(event)
      return steps.leaves()
    },
  }
}

test('where one came to stays, and what arrows or letters pass by in a hurry does not', () => {
  const { goOn, wait } = walk()
  expect(goOn(key('ArrowDown'))).toBe(true)
  for (const name of ['ArrowDown', 'ArrowDown', 'r', 'u']) {
    wait(200)
    expect(goOn(key(name))).toBe(false)
  }
})

test('what was looked at for a second stays', () => {
  const { goOn, wait } = walk()
  goOn(key('ArrowDown'))
  wait(999)
  expect(goOn(key('ArrowDown'))).toBe(false)
  wait(1_000)
  expect(goOn(key('ArrowDown'))).toBe(true)
})

test('what was clicked stays, however soon one goes on, and so does what Enter went into', () => {
  const { goOn, steps } = walk()
  goOn(key('ArrowDown'))
  expect(goOn(click)).toBe(false)
  expect(goOn(click)).toBe(true)
  expect(goOn(key('ArrowDown'))).toBe(true)
  steps.did(key('Enter'))
  expect(goOn(key('ArrowDown'))).toBe(true)
})

test('what one went or returned to stays', () => {
  const { goOn, steps } = walk()
  goOn(key('ArrowDown'))
  steps.arrived()
  expect(goOn(key('ArrowDown'))).toBe(true)
})
