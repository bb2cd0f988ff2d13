import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

const root = resolve(import.meta.dirname, '../..')
const require = createRequire(import.meta.url)
const rules = z
  .object({ forbidden: z.array(z.object({ name: z.string() })) })
  .parse(require('../../.dependency-cruiser.cjs'))

/** A tiny project that keeps every rule; `#…` imports resolve through our own package.json. */
const clean = {
  'annotations/model/claim.ts': "import { z } from 'zod'\nexport const claim = z",
  'annotations/exchange/xml-tree.ts': "import { SaxesParser } from 'saxes'\nvoid SaxesParser",
  'src/contract/methods.ts': "import { claim } from '#annotations/model/claim'\nexport const methods = claim",
  'src/main/desk/desk.ts': "import { readFileSync } from 'node:fs'\nexport const desk = readFileSync",
  'src/main/electron/main.ts': "import { app } from 'electron'\nimport { desk } from '../desk/desk'\nvoid [app, desk]",
  'src/preload/preload.ts':
    "import { ipcRenderer } from 'electron'\nimport type { methods } from '#contract/methods'\nexport type M = typeof methods\nvoid ipcRenderer",
  'src/renderer/main.tsx': "import { createElement } from 'react'\nimport '#contract/methods'\nvoid createElement",
  'scripts/test.mjs': "await import('react')",
  'test/unit/desk.test.ts': "import { desk } from '#main/desk/desk'\nvoid desk",
}

/** For each rule, files that break it and nothing else. */
const breaking: Record<string, Record<string, string>> = {
  'annotations-is-pure': { 'annotations/model/page.ts': "import 'react'" },
  'contract-knows-the-domain-only': { 'src/contract/store.ts': "import '#main/desk/desk'" },
  'main-knows-no-page': { 'src/main/desk/view.ts': "import '../../renderer/main'" },
  'electron-in-its-shell-only': { 'src/main/desk/dialog.ts': "import { dialog } from 'electron'\nvoid dialog" },
  'preload-is-narrow': { 'src/preload/bridge.ts': "import '#annotations/model/claim'" },
  'renderer-knows-no-process': { 'src/renderer/shortcut.ts': "import type { desk } from '#main/desk/desk'" },
  'no-node-in-the-page': { 'src/renderer/file.ts': "import 'node:fs'" },
  'nothing-imports-tests': { 'src/main/desk/sample.ts': "import '../../../test/unit/desk.test'" },
  'scripts-stand-alone': { 'scripts/start.mjs': "import 'zod'" },
  'no-cycles': {
    'src/main/desk/hen.ts': "import { egg } from './egg'\nexport const hen = () => egg",
    'src/main/desk/egg.ts': "import { hen } from './hen'\nexport const egg = () => hen",
  },
  resolvable: { 'src/main/desk/lost.ts': "import './nowhere'" },
}

describe('the rule of layers', () => {
  let folder = ''
  let cleanRun: ReturnType<typeof cruise>
  let brokenRun: ReturnType<typeof cruise>

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'crossread-layers-'))
    for (const name of ['package.json', 'tsconfig.json']) copyFileSync(join(root, name), join(folder, name))
    for (const name of ['zod', 'saxes', 'react', 'electron'])
      write(folder, { [`node_modules/${name}/index.js`]: '', [`node_modules/${name}/package.json`]: '{}' })
    write(folder, clean)
    cleanRun = cruise(folder)
    for (const files of Object.values(breaking)) write(folder, files)
    brokenRun = cruise(folder)
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('passes a project that keeps it', () => {
    expect(cleanRun).toEqual({ status: 0, violations: [] })
  })

  it('has a file that breaks each of its rules', () => {
    expect(Object.keys(breaking)).toEqual(rules.forbidden.map(({ name }) => name))
  })

  it.each(Object.entries(breaking))('fails on a file that breaks %s', (name, files) => {
    const found = brokenRun.violations.filter(({ from }) => from in files).map(({ rule }) => rule)
    expect(new Set(found)).toEqual(new Set([name]))
    expect(brokenRun.status).not.toBe(0)
  })
})

describe('the limit of a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'crossread-lines-'))
  for (const name of ['biome.json', '.gitignore']) copyFileSync(join(root, name), join(folder, name))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each([400, 401])('is 400 lines: one of %i', (lines) => {
    const name = `src/lines-${lines}.ts`
    write(folder, { [name]: Array.from({ length: lines }, (_, i) => `export const line${i} = ${i}\n`).join('') })
    const { status, output } = run('@biomejs/biome', 'biome', ['lint', name], folder)
    expect(output.includes('lint/style/noExcessiveLinesPerFile')).toBe(lines > 400)
    expect(status).toBe(lines > 400 ? 1 : 0)
  })
})

type Violation = { readonly rule: string; readonly from: string }

function cruise(cwd: string) {
  const config = join(root, '.dependency-cruiser.cjs')
  const args = ['--config', config, '--output-type', 'err', 'annotations', 'src', 'scripts', 'test']
  const { status, output } = run('dependency-cruiser', 'depcruise', args, cwd)
  const violations: Violation[] = []
  for (const [, rule, from] of output.matchAll(/error ([\w-]+): (\S+)/g))
    if (rule && from) violations.push({ rule, from })
  return { status, violations }
}

function run(name: string, command: string, args: readonly string[], cwd: string) {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' }
  const result = spawnSync(process.execPath, [bin(name, command), ...args], { cwd, env, encoding: 'utf8' })
  return { status: result.status, output: result.stdout + result.stderr }
}

function bin(name: string, command: string): string {
  const folder = join(root, 'node_modules', name)
  const { bin } = z.object({ bin: z.record(z.string(), z.string()) }).parse(require(join(folder, 'package.json')))
  return join(folder, bin[command] ?? '')
}

function write(folder: string, files: Record<string, string>) {
  for (const [name, contents] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), contents)
  }
}
