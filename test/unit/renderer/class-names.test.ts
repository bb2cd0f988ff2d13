import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../../../src/renderer')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => join(root, name))

/** The classes of a style sheet, those in `:global` aside. */
function classesOf(path: string): ReadonlySet<string> {
  const css = readFileSync(path, 'utf8').replace(/\/\*.*?\*\//gs, '')
  return new Set(Array.from(css.matchAll(/\.([A-Za-z][\w-]*)(?=[^{}]*\{)/g), ([, name]) => name ?? ''))
}

/** The classes that a component takes of its style sheets and which none of them has. */
function missing(path: string): readonly string[] {
  const code = readFileSync(path, 'utf8')
  return Array.from(code.matchAll(/import (\w+) from '([^']+\.module\.css)'/g)).flatMap(([, name = '', from = '']) => {
    const there = classesOf(resolve(dirname(path), from))
    const used = Array.from(code.matchAll(new RegExp(`(?<![\\w./-])${name}\\.(\\w+)`, 'g')), ([, used = '']) => used)
    return used.filter((one) => !there.has(one)).map((one) => `${path.slice(root.length + 1)}: ${from} has no .${one}`)
  })
}

// TypeScript takes any name for a class, and a component without its styles is drawn all the same.
test('every class that a component takes of a style sheet is there', () => {
  const components = files.filter((path) => path.endsWith('.tsx'))
  expect(components.length).toBeGreaterThan(100)
  expect(components.flatMap(missing)).toEqual([])
})
