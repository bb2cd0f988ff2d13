import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The project's folder, absolute. */
export const root = resolve(import.meta.dirname ?? '.', '../..')

/** @param {string} name a path inside the project, with `/` */
export const at = (name) => join(root, ...name.split('/'))

/** @param {string} line */
export const say = (line) => void process.stdout.write(`${line}\n`)

/**
 * Ends the program with one plain sentence.
 * @param {string} sentence
 * @returns {never}
 */
export function giveUp(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

/** Says so when this Node is too old, before anything fails in a way that nobody understands. */
export function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  giveUp(`Crossread needs Node 20.19 or newer, and this is Node ${process.versions.node}: install one from nodejs.org.`)
}

/**
 * A package's command as a file that Node runs: no shell and no `.cmd` shim, so the same on every system.
 * @param {string} name of the package
 * @param {string} [command] when it is called otherwise
 */
export function bin(name, command = name) {
  /** @type {{ bin: string | Record<string, string> }} */
  const manifest = JSON.parse(readFileSync(at(`node_modules/${name}/package.json`), 'utf8'))
  const file = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[command]
  if (!file) throw new Error(`${name} has no command ${command}`)
  return at(`node_modules/${name}/${file.replace(/^\.\//, '')}`)
}
