import { readFileSync } from 'node:fs'
import { at, giveUp } from './project.mjs'
import { run, withProgress } from './run.mjs'

/** Installs the packages unless they are already as package-lock.json says. */
export async function ensureInstalled() {
  const before = whatIsMissing()
  if (before === null) return
  const { code } = await withProgress(
    `Installing packages (${before})`,
    npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']),
  )
  if (code !== 0)
    giveUp('The packages could not be installed: npm says why above. Run the same command again to retry.')
}

/**
 * Runs npm: the one that started us, else the one on the path.
 * @param {readonly string[]} args
 * @param {import('./run.mjs').Options} [options]
 */
export function npm(args, options) {
  const own = process.env.npm_execpath
  if (own && /npm-cli\.c?js$/.test(own)) return run(process.execPath, [own, ...args], options)
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, {
    ...options,
    shell: process.platform === 'win32',
  })
}

/**
 * npm keeps a record of what it installed, and writes it last: compared with the lock it tells an old, a half and a missing install.
 * @returns {string | null}
 */
function whatIsMissing() {
  const wanted = packages(at('package-lock.json')) ?? {}
  const installed = packages(at('node_modules/.package-lock.json'))
  if (installed === null) return 'the first time takes a minute or two'
  for (const [path, { version, optional, devOptional }] of Object.entries(wanted))
    if (path !== '' && installed[path]?.version !== version && (installed[path] || !(optional || devOptional)))
      return 'package-lock.json has changed'
  return Object.keys(installed).every((path) => path in wanted) ? null : 'package-lock.json has changed'
}

/**
 * @param {string} file a lock file
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> | null} null when there is none
 */
function packages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null
  } catch {
    return null
  }
}
