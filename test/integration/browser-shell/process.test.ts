import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Client, createClient } from '#contract/client'
import { draftOf } from '../../support/article'
import { openPageSocket } from '../../support/page-socket'

const ENTRY = fileURLToPath(new URL('../../../src/main/browser/main.ts', import.meta.url))
const LINK = /^Crossread is open at (http:\/\/127\.0\.0\.1:(\d+)\/\?token=[\w-]{43})$/m

let folder: string
let desk: string
const children = new Set<ChildProcess>()

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crossread-shell-'))
  desk = join(folder, 'desk')
})
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  children.clear()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

function start(...args: readonly string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', ENTRY, '--no-open', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, CROSSREAD_DESK: desk },
  })
  children.add(child)
  const said = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text
  })
  const ended = once(child, 'close').then(([code]): number => code)
  const link = async (): Promise<string> => {
    while (!LINK.test(said.out) && child.exitCode === null) {
      await Promise.race([once(child.stdout, 'data'), ended])
    }
    const found = LINK.exec(said.out)?.[1]
    if (!found) throw new Error(`It ended without a link: ${said.err}`)
    return found
  }
  return { child, said, ended, link }
}

async function connect(link: string): Promise<Client> {
  return createClient(await openPageSocket(link))
}

test('a new desk starts with the sample, and a link is all that is printed', async () => {
  const shell = start()
  const client = await connect(await shell.link())
  expect(await client.call('desk.status', {})).toMatchObject({
    ok: true,
    value: { folder: desk, shell: 'browser', hasSample: true, version: expect.stringMatching(/^\d+\.\d+\.\d+/) },
  })
  expect(shell.said.out.replace(LINK, '')).toBe('\n')
  expect(shell.said.err).toBe('')
})

test('a new desk starts empty when it is asked to', async () => {
  const shell = start('--no-sample')
  const client = await connect(await shell.link())
  expect(await client.call('article.list', {})).toEqual({ ok: true, value: [] })
})

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('%s ends it only when every file is written', async (signal) => {
  const shell = start('--no-sample')
  const client = await connect(await shell.link())
  const closed = new Promise<void>((resolve) => client.onClose(resolve))
  const added = await client.call('article.add', { drafts: [draftOf('Kept', 'Text.')] })
  shell.child.kill(signal)
  expect(await shell.ended).toBe(0)
  await closed
  const id = added.ok ? added.value.ids[0] : null
  expect(await readdir(join(desk, 'articles'))).toEqual([`${id}.json`])
  expect((await readdir(desk)).filter((name) => name.includes('lock'))).toEqual([])

  const again = await connect(await start().link())
  expect(await again.call('article.list', {})).toMatchObject({ ok: true, value: [{ article: { title: 'Kept' } }] })
})

test('the port is the one that was asked for, and a taken one is a sentence', async () => {
  const first = start('--no-sample')
  const port = LINK.exec(`Crossread is open at ${await first.link()}`)?.[2] ?? ''
  const second = start('--desk', join(folder, 'other'), '--no-sample', '--port', port)
  expect(await second.ended).toBe(1)
  expect(second.said.err).toContain(`Port ${port} is taken by another program.`)
})

test('a desk that cannot be opened ends it with the reason, in words', async () => {
  await writeFile(desk, 'a file where a folder should be')
  const shell = start()
  expect(await shell.ended).toBe(1)
  expect(shell.said.err).toMatch(/\w+ .+\./)
  expect(shell.said.err).not.toMatch(/^\s+at /m)
})

test('arguments that it does not know end it with the usage, and touch no desk', async () => {
  const shell = start('--prot', '1')
  expect(await shell.ended).toBe(2)
  expect(shell.said).toEqual({ out: '', err: expect.stringContaining('--port N') })
  expect(await readdir(folder)).toEqual([])
})
