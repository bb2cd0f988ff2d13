import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { changeSchema } from '#annotations/changes/change-set'
import { opened, snapshot, withDeskFolder } from '../../support/desk-folder'
import { createRandom } from '../../support/desk-generator'
import { createDeskModel, type Step } from '../../support/desk-model'

const ROUNDS = Number(process.env.CROSSREAD_KILL_ROUNDS ?? 200)
/** Desks that are killed side by side: half of a round is waiting. */
const DESKS = 2

const saidSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('open') }),
  z.object({ state: z.literal('try'), step: z.custom<Step>(), changes: z.array(changeSchema) }),
  z.object({ state: z.literal('done') }),
])
type Said = z.infer<typeof saidSchema>

/** One bundled file: starting it costs a tenth of a second less than compiling its sources, 200 times. */
async function bundleChild(outDir: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(new URL('./kill-child.ts', import.meta.url)),
      outDir,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'child.mjs' } },
    },
  })
  return join(outDir, 'child.mjs')
}

/** Runs the child and kills it, a while after it was started or after it had opened the desk. */
function runAndKill(script: string, folder: string, round: number, random: () => number): Promise<readonly Said[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, folder, String(round)], { stdio: ['ignore', 'pipe', 'pipe'] })
    let out = ''
    let errors = ''
    const kill = (after: number) => setTimeout(() => child.kill('SIGKILL'), after)
    // One round in five is killed while the desk is still being opened.
    if (random() < 0.2) kill(60 + random() * 120)
    child.stdout.on('data', (chunk) => {
      if (out === '') kill(random() ** 2 * 120)
      out += chunk
    })
    child.stderr.on('data', (chunk) => {
      errors += chunk
    })
    child.on('close', (_, signal) => {
      if (signal !== 'SIGKILL') return reject(new Error(`the child ended by itself: ${errors}`))
      const lines = out.split('\n').slice(0, -1)
      resolve(lines.map((line) => saidSchema.parse(JSON.parse(line))))
    })
  })
}

test(`after each of ${ROUNDS} kills, every acknowledged change is there and none by half, undo goes on, and the lock is free`, async () => {
  const bundle = await mkdtemp(join(tmpdir(), 'crossread-kill-'))
  try {
    const script = await bundleChild(bundle)
    const acknowledged = await Promise.all(
      Array.from({ length: DESKS }, (_, desk) => killed(script, desk, Math.ceil(ROUNDS / DESKS))),
    )
    // Enough was done for the kills to mean something.
    expect(acknowledged.reduce((all, some) => all + some)).toBeGreaterThan(ROUNDS)
  } finally {
    await rm(bundle, { recursive: true, force: true })
  }
}, 300_000)

/**
 * Kills the desk's process in each round and holds what is on disk against what it had acknowledged.
 * @returns how many changes were acknowledged
 */
function killed(script: string, seed: number, rounds: number): Promise<number> {
  return withDeskFolder(async (folder) => {
    const random = createRandom(7 + seed)
    const model = createDeskModel()
    let acknowledged = 0
    for (let round = 0; round < rounds; round++) {
      const said = await runAndKill(script, folder, seed * rounds + round, random)
      let open: Extract<Said, { state: 'try' }> | null = null
      for (const line of said) {
        if (line.state === 'try') open = line
        if (line.state === 'done' && open) {
          model.step(open.step, open.changes)
          acknowledged++
          open = null
        }
      }
      const desk = await opened(folder)
      expect(desk.readOnly).toBeNull()
      const found = snapshot(desk.records)
      // What was under way may have happened or not, but only whole.
      const happened = open !== null && JSON.stringify(found) !== JSON.stringify(snapshot(model.records))
      if (happened && open) model.step(open.step, open.changes)
      expect(found).toEqual(snapshot(model.records))
      if (open === null) expect(desk.undoState()).toEqual(model.undoState())
      expect(desk.problems()).toEqual([])
      await desk.close()
    }
    return acknowledged
  })
}
