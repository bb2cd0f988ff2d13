import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { at, say } from './project.mjs'
import { run } from './run.mjs'

/** Electron's package no longer downloads its runtime when it is installed: we do, the first time the app starts. */
const folder = at('node_modules/electron')
const failure = at('node_modules/.cache/crossread/electron.json')
/** Milliseconds for which a failed download is not tried again, so that the next start does not wait. */
const REMEMBER = 60 * 60 * 1000
/** Milliseconds without a new byte after which a download is given up. */
const STALL = 30_000

/**
 * Electron's executable, looked for as its package's index.js does; null when it is not here.
 * @returns {string | null}
 */
function electronPath() {
  const name = read(join(folder, 'path.txt'))
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  const path = override ? join(override, name ?? 'electron') : name && join(folder, 'dist', name)
  return path && existsSync(path) ? path : null
}

/**
 * Why Electron cannot show a window here as things are, as a clause; null when it can.
 * @returns {string | null}
 */
export function whyNoElectron() {
  return noDisplay() ?? (electronPath() ? null : "Electron's runtime is not here")
}

/** A runtime of one's own choice is trusted to do without a display. */
function noDisplay() {
  const { DISPLAY, WAYLAND_DISPLAY, ELECTRON_OVERRIDE_DIST_PATH } = process.env
  return process.platform !== 'linux' || DISPLAY || WAYLAND_DISPLAY || ELECTRON_OVERRIDE_DIST_PATH
    ? null
    : 'Electron needs a display and there is none'
}

/**
 * Finds Electron's runtime, or downloads it where it could show a window.
 * @param {{ retry?: boolean }} [options] `retry` forgets an earlier failure
 * @returns {Promise<{ path: string } | { missing: string }>} `missing` is a clause that says why
 */
export async function ensureElectron({ retry = false } = {}) {
  const missing = noDisplay()
  if (missing) return { missing }
  const path = electronPath()
  if (path) return { path }
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH)
    return {
      missing: `there is no Electron in ELECTRON_OVERRIDE_DIST_PATH (${process.env.ELECTRON_OVERRIDE_DIST_PATH})`,
    }
  const minutes = minutesSinceFailure()
  if (minutes !== null && !retry)
    return { missing: `Electron's runtime could not be downloaded ${minutes < 1 ? 'a moment' : `${minutes} min`} ago` }
  const why = await download()
  const now = electronPath()
  if (now) {
    rmSync(failure, { force: true })
    return { path: now }
  }
  mkdirSync(join(failure, '..'), { recursive: true })
  writeFileSync(failure, JSON.stringify({ at: Date.now() }))
  return { missing: `Electron's runtime could not be downloaded (${why})` }
}

/** Runs the package's own installer on a temporary folder that we watch: its size is the progress, and tells a stalled download. */
async function download() {
  say("Downloading Electron's runtime (about 120 MB, once)…")
  const temporary = mkdtempSync(join(tmpdir(), 'crossread-electron-'))
  const stalled = new AbortController()
  let bytes = 0
  let grown = Date.now()
  let told = Date.now()
  const timer = setInterval(() => {
    const now = sizeOf(temporary)
    if (now !== bytes) grown = Date.now()
    bytes = now
    if (Date.now() - grown > STALL) stalled.abort()
    if (Date.now() - told < 5_000) return
    told = Date.now()
    say(`  … ${Math.round(bytes / 1e6)} MB`)
  }, 1_000)
  try {
    const env = { TMPDIR: temporary, TEMP: temporary, TMP: temporary, ELECTRON_GET_NO_PROGRESS: '1' }
    const result = await run(process.execPath, [join(folder, 'install.js')], {
      env,
      quiet: true,
      signal: stalled.signal,
    })
    if (stalled.signal.aborted) return `nothing came for ${STALL / 1000} seconds`
    return firstReason(result.output)
  } finally {
    clearInterval(timer)
    rmSync(temporary, { recursive: true, force: true })
  }
}

/** @param {string} output the installer's, a stack trace */
function firstReason(output) {
  const reason = /Error: ([^\n]+)/.exec(output)?.[1]
  return !reason || reason === 'fetch failed' ? 'its server cannot be reached from here' : reason
}

/** @returns {number | null} */
function minutesSinceFailure() {
  const text = read(failure)
  if (text === null) return null
  const age = Date.now() - Number(JSON.parse(text).at)
  return age >= 0 && age < REMEMBER ? Math.floor(age / 60_000) : null
}

/** @param {string} path @returns {string | null} */
function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

/** @param {string} path @returns {number} bytes in a folder; files may go while it looks */
function sizeOf(path) {
  try {
    if (!statSync(path).isDirectory()) return statSync(path).size
    return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
  } catch {
    return 0
  }
}
