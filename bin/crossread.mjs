#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const command = new URL('../out/main/cli.js', import.meta.url)
if (existsSync(fileURLToPath(command))) await import(command.href)
else {
  console.error('Crossread is not built yet: run `npm install` and `npm run build` once.')
  process.exitCode = 1
}
