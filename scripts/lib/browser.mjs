import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { say } from './project.mjs'
import { run, runTool, withProgress } from './run.mjs'

/**
 * The browser that the UI tests drive: the one of CROSSREAD_BROWSER, else an installed Chromium, Chrome or Edge.
 * @returns {string | null} its executable
 */
export function installedBrowser() {
  const chosen = process.env.CROSSREAD_BROWSER
  return chosen ? (existsSync(chosen) ? chosen : null) : (usualPlaces().find(works) ?? null)
}

/**
 * Finds a browser, or installs one: Playwright's own, else, for root on Debian and its kin, the system's package.
 * @returns {Promise<{ path: string } | { missing: string }>} `missing` is a sentence for the user
 */
export async function ensureBrowser() {
  const chosen = process.env.CROSSREAD_BROWSER
  if (chosen && !existsSync(chosen)) return { missing: `There is no browser at CROSSREAD_BROWSER (${chosen}).` }
  const path = installedBrowser() ?? (await playwrightBrowser()) ?? (await debianBrowser())
  return path
    ? { path }
    : {
        missing:
          'The UI tests need Chromium, Chrome or Edge: install one, or name its executable in CROSSREAD_BROWSER.',
      }
}

function usualPlaces() {
  switch (process.platform) {
    case 'darwin':
      return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
        ['Chromium', 'Google Chrome', 'Microsoft Edge'].map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`),
      )
    case 'win32':
      return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap((folder) =>
        [
          'Chromium\\Application\\chrome.exe',
          'Google\\Chrome\\Application\\chrome.exe',
          'Microsoft\\Edge\\Application\\msedge.exe',
        ].map((name) => join(folder ?? '', name)),
      )
    default:
      return [
        // Without a window's machinery: the tests take a fifth less time in it, and Playwright's own default is its like.
        'chromium-headless-shell',
        'chromium',
        'chromium-browser',
        'google-chrome',
        'google-chrome-stable',
        'microsoft-edge',
        'microsoft-edge-stable',
      ].flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)))
  }
}

/**
 * Some systems have a command that only tells how to install the browser, or one that lacks its libraries.
 * @param {string} path
 */
function works(path) {
  if (!existsSync(path)) return false
  // On Windows asking for the version opens a window instead of answering.
  return process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0
}

async function playwrightBrowser() {
  const { chromium } = await import('playwright')
  const path = chromium.executablePath()
  if (works(path)) return path
  const install = runTool(['playwright'], ['install', 'chromium'], { timeout: 10 * 60_000 })
  const { code } = await withProgress('No browser is installed: downloading one for the tests', install)
  if (code === 0 && works(path)) return path
  say('That browser could not be had.')
  return null
}

async function debianBrowser() {
  if (process.getuid?.() !== 0 || !isDebian()) return null
  /** @param {string} name */
  const install = async (name) => (await run('apt-get', ['install', '-qy', name], { timeout: 15 * 60_000 })).code === 0
  const apt = async () => {
    const update = await run('apt-get', ['update', '-q'], { timeout: 5 * 60_000 })
    if (update.code !== 0 || !(await install('chromium'))) return false
    // Older systems have no such package: the whole browser does as well.
    await install('chromium-headless-shell')
    return true
  }
  return (await withProgress("Installing the system's chromium", apt())) ? installedBrowser() : null
}

function isDebian() {
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}
