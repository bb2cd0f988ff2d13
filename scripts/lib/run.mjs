import { spawn } from 'node:child_process'
import { bin, root, say } from './project.mjs'

/**
 * @typedef {object} Options
 * @property {Record<string, string | undefined>} [env] added to ours; `undefined` takes one away
 * @property {string} [cwd]
 * @property {boolean} [shell] for Windows' `.cmd` files alone
 * @property {boolean} [input] passes on what is typed
 * @property {boolean} [quiet] keeps its output back
 * @property {number} [timeout] milliseconds, after which it is ended
 * @property {AbortSignal} [signal] ends it
 */

/**
 * Runs a program to its end, with our output. It passes on what asks us to end, and waits for it to do so.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Options} [options]
 * @returns {Promise<{ code: number, output: string }>} `code` is 1 for a signal or a program that cannot start; `output` is kept when quiet
 */
export function run(
  command,
  args,
  { env, cwd = root, shell = false, input = false, quiet = false, timeout, signal } = {},
) {
  return new Promise((done) => {
    let output = ''
    const child = spawn(command, args, {
      cwd,
      shell,
      env: { ...process.env, ...env },
      stdio: [input ? 'inherit' : 'ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      ...(timeout ? { timeout } : {}),
      ...(signal ? { signal } : {}),
    })
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk))
    const stop = () => void child.kill('SIGTERM')
    // The terminal sends Ctrl+C to the child as well; staying alive until it has ended keeps its last words in order.
    const wait = () => {}
    process.on('SIGTERM', stop).on('SIGINT', wait)
    /** @param {number} code @param {string} [why] */
    const end = (code, why = '') => {
      process.off('SIGTERM', stop).off('SIGINT', wait)
      done({ code, output: output + why })
    }
    child.on('error', (error) => end(1, error.message))
    child.on('close', (code) => end(code ?? 1))
  })
}

/**
 * Runs a command of an installed package.
 * @param {readonly [name: string, command?: string]} tool
 * @param {readonly string[]} args
 * @param {Options} [options]
 */
export const runTool = ([name, command], args, options) => run(process.execPath, [bin(name, command), ...args], options)

/**
 * Says that something slow still goes on, so that a quiet terminal is not taken for a dead one.
 * @template T
 * @param {string} what as in "Installing packages"
 * @param {Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withProgress(what, work) {
  const start = Date.now()
  say(`${what}…`)
  const timer = setInterval(() => say(`  … ${Math.round((Date.now() - start) / 1000)} s`), 15_000)
  try {
    return await work
  } finally {
    clearInterval(timer)
  }
}
