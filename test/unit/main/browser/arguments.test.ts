import { expect, test } from 'vitest'
import { parseArguments } from '#main/browser/arguments'

test('without arguments a free port is taken, the browser opened, and a new desk given the sample', () => {
  expect(parseArguments([])).toEqual({ ok: true, value: { port: 0, open: true, sample: true, devServer: null } })
})

test('every option is heard', () => {
  const argv = ['--desk', 'x', '--port=4000', '--no-open', '--no-sample', '--dev-server', 'http://localhost:5173/']
  expect(parseArguments(argv)).toEqual({
    ok: true,
    value: { port: 4000, open: false, sample: false, devServer: 'http://localhost:5173' },
  })
})

test('help is help, whatever else is asked for', () => {
  expect(parseArguments(['--port', 'many', '--help'])).toEqual({ ok: true, value: 'help' })
})

test.each([
  [['--port', 'many']],
  [['--port', '70000']],
  [['--port', '-1']],
  [['--port=']],
  [['--port', '1.5']],
  [['--port']],
  [['--desk']],
  [['--desk=']],
  [['--prot', '1']],
  [['--dev-server', 'https://example.com:1/']],
  [['--dev-server', 'http://localhost.example.com:1/']],
  [['loose']],
])('%j is refused in words', (argv) => {
  expect(parseArguments(argv)).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
})
