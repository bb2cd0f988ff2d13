import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { at } from '../../../scripts/lib/project.mjs'

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string(), optionalDependencies: z.record(z.string(), z.string()).optional() }),
  ),
})

// npm leaves out of a new lock what it cannot install on the machine that writes it: then `npm ci` fails on every other system.
it('the lock file has the native packages of every system', () => {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync(at('package-lock.json'), 'utf8')))
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
    Object.keys(optionalDependencies ?? {}).filter((name) => !isLocked(packages, path, name)),
  )
  expect(missing).toEqual([])
})

/** Looks as Node does: beside the package that asks, then in each folder above it. */
function isLocked(packages: object, from: string, name: string): boolean {
  const path = from === '' ? `node_modules/${name}` : `${from}/node_modules/${name}`
  if (path in packages) return true
  return from !== '' && isLocked(packages, from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name)
}
