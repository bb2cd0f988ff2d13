import { existsSync, readdirSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './lib/build.mjs'
import { ensureInstalled, npm } from './lib/install.mjs'
import { at, giveUp, refuseOldNode, root } from './lib/project.mjs'
import { run, withProgress } from './lib/run.mjs'

/**
 * `npm run bench -- store|reader|compare [arguments]`: measures one part beside what others use. The packages to compare with are
 * installed here, at the first use: one is native, and would burden everybody's install.
 */
refuseOldNode()
const [name = '', ...args] = process.argv.slice(2)
const benches = readdirSync(at('test/bench')).filter((entry) => existsSync(at(`test/bench/${entry}/run.ts`)))
if (!benches.includes(name)) giveUp(`Say which benchmark: npm run bench -- ${benches.join('|')}`)
await ensureInstalled()
await ensureBenchPackages()
if (!(await ensureBuilt())) giveUp('Crossread could not be built: the reason is above.')
const { code } = await run(
  process.execPath,
  ['--expose-gc', '--import', 'tsx', at(`test/bench/${name}/run.ts`), ...args],
  { cwd: root },
)
process.exit(code)

/** A manifest beside the benches would make them a package of their own, in which our `#…` imports mean nothing: it lies apart, and is linked. */
async function ensureBenchPackages() {
  const folder = at('test/bench/packages')
  const installed = join(folder, 'node_modules')
  const link = at('test/bench/node_modules')
  const record = join(installed, '.package-lock.json')
  if (!existsSync(record) || statSync(record).mtimeMs < statSync(join(folder, 'package.json')).mtimeMs) {
    const install = npm(['install', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'], {
      cwd: folder,
    })
    const { code } = await withProgress('Installing what the benchmarks compare with', install)
    if (code !== 0) giveUp('The packages of the benchmarks could not be installed: npm says why above.')
  }
  if (!existsSync(link)) symlinkSync(installed, link, 'junction')
}
