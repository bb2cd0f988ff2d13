import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { at } from '../../../scripts/lib/project.mjs'

test('the crossread command serves a desk to the browser, and reads it meanwhile', async ({ page }) => {
  const root = await mkdtemp(join(tmpdir(), 'crossread-serve-'))
  const run = (...argv: readonly string[]) =>
    spawn(process.execPath, [at('bin/crossread.mjs'), ...argv, '--desk', join(root, 'desk')])
  const server = run('serve', '--no-open')
  try {
    const link = new Promise<string>((resolve) => {
      server.stdout.on('data', (chunk) => {
        const found = /open at (http\S+)/.exec(String(chunk))?.[1]
        if (found) resolve(found)
      })
    })
    await page.goto(await link)
    await expect(page.getByRole('grid', { name: 'Articles', exact: true }).getByRole('rowheader')).toHaveCount(5)

    let counted = ''
    const stats = run('stats', '--json')
    stats.stdout.on('data', (chunk) => {
      counted += String(chunk)
    })
    expect(await new Promise((resolve) => stats.on('close', resolve))).toBe(0)
    expect(JSON.parse(counted)).toMatchObject({ articles: 5 })
  } finally {
    const ended = new Promise((resolve) => server.on('close', resolve))
    server.kill('SIGTERM')
    expect(await ended).toBe(0)
    await rm(root, { recursive: true, force: true })
  }
})
