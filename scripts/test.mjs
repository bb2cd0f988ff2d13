import { mkdirSync } from 'node:fs'
import { ensureBrowser } from './lib/browser.mjs'
import { ensureBuilt } from './lib/build.mjs'
import { ensureElectron } from './lib/electron.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { at, giveUp, refuseOldNode, say } from './lib/project.mjs'
import { countPlaywright, countReport, countVitest, inWords, NONE, oneCheck, sum } from './lib/results.mjs'
import { runTool } from './lib/run.mjs'

/**
 * `npm test [-- stage…]`: sets up what is missing and runs every stage, also when an earlier one failed.
 * The last line counts over all of them. CROSSREAD_NO_BROWSER=1 leaves the UI tests out where no browser can be had.
 * @type {Record<string, () => Promise<import('./lib/results.mjs').Count>>}
 */
const stages = {
  types: async () => oneCheck(await passes(['typescript', 'tsc'], ['--noEmit'])),
  lint: async () => oneCheck(await lint()),
  unit: () => vitest('unit'),
  integration: () => vitest('integration'),
  build: async () => oneCheck(await ensureBuilt()),
  ui,
}

const reports = at('.cache/test')
const chosen = process.argv.slice(2)
const unknown = chosen.find((name) => !(name in stages))
if (unknown) giveUp(`There is no stage "${unknown}"; the stages are ${Object.keys(stages).join(', ')}.`)

// Until the stages have run: a set-up that fails is a failed check.
let total = oneCheck(false)
process.on('exit', () => say(inWords(total)))

refuseOldNode()
await ensureInstalled()
mkdirSync(reports, { recursive: true })
const counts = []
for (const [name, stage] of Object.entries(stages)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue
  const start = Date.now()
  say(`\n── ${name} ──`)
  const count = await stage()
  counts.push(count)
  say(`── ${name}: ${inWords(count)} (${Math.round((Date.now() - start) / 1000)} s)`)
}
total = sum(counts)
say('')
process.exitCode = total.failed === 0 ? 0 : 1

/** All three, so that one run tells everything. */
async function lint() {
  const format = await passes(['@biomejs/biome', 'biome'], ['check', '.'])
  const layers = await passes(
    ['dependency-cruiser', 'depcruise'],
    ['--config', '.dependency-cruiser.cjs', 'annotations', 'src', 'scripts', 'test'],
  )
  const deadCode = await passes(['knip'], [])
  return format && layers && deadCode
}

/** @param {string} project */
async function vitest(project) {
  const file = `${reports}/${project}.json`
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { code } = await runTool(['vitest'], args)
  return countReport(file, code, countVitest)
}

async function ui() {
  if (process.env.CROSSREAD_NO_BROWSER) {
    say('Skipped: CROSSREAD_NO_BROWSER is set.')
    return { ...NONE, skipped: 1 }
  }
  const browser = await ensureBrowser()
  if ('missing' in browser) {
    say(browser.missing)
    return oneCheck(false)
  }
  if (!(await ensureBuilt())) {
    say('The UI tests cannot run: Crossread could not be built.')
    return oneCheck(false)
  }
  const electron = await ensureElectron({ retry: false })
  if ('missing' in electron) say(`The tests of the Electron shell are skipped, because ${electron.missing}.`)
  const file = `${reports}/ui.json`
  const { code } = await runTool(['playwright'], ['test', '--reporter=list,json'], {
    env: {
      CROSSREAD_BROWSER: browser.path,
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    },
  })
  return countReport(file, code, countPlaywright)
}

/**
 * @param {Parameters<typeof runTool>[0]} tool
 * @param {readonly string[]} args
 */
async function passes(tool, args) {
  return (await runTool(tool, args)).code === 0
}
