import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { at } from './project.mjs'
import { runTool, withProgress } from './run.mjs'

const SOURCES = ['annotations', 'src', 'electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json']
const stamp = at('out/.sources')

/**
 * Builds `out/` unless it was built from these very sources.
 * @returns {Promise<boolean>} false when the build failed; it has said why
 */
export async function ensureBuilt() {
  const sources = digest()
  if (builtFrom() === sources) return true
  // A build that fails half-way leaves an out/ that belongs to no sources.
  rmSync(stamp, { force: true })
  const { code } = await withProgress('Building', runTool(['electron-vite'], ['build', '--logLevel=warn']))
  if (code !== 0) return false
  mkdirSync(at('out'), { recursive: true })
  writeFileSync(stamp, sources)
  return true
}

/** Contents, not times: a checkout or a clone changes times alone. */
function digest() {
  const hash = createHash('sha256')
  for (const path of SOURCES.flatMap((name) => filesIn(at(name))))
    hash.update(path).update('\0').update(readFileSync(path))
  return hash.digest('hex')
}

function builtFrom() {
  try {
    return readFileSync(stamp, 'utf8')
  } catch {
    return null
  }
}

/**
 * @param {string} path of a file or folder
 * @returns {string[]}
 */
function filesIn(path) {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)))
}
