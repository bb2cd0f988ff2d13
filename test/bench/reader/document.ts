import { readFile, writeFile } from 'node:fs/promises'

/** Replaces one section of a document, or adds it at the end. */
export async function writeSection(file: string, heading: string, body: string): Promise<void> {
  const old = await readFile(file, 'utf8').catch(() => '# Benchmarks\n')
  const section = `## ${heading}\n\n${body.trim()}\n`
  const place = new RegExp(`^## ${heading}\n[\\s\\S]*?(?=^## |$(?![\\s\\S]))`, 'm')
  const next = place.test(old) ? old.replace(place, `${section}\n`) : `${old.trimEnd()}\n\n${section}`
  await writeFile(file, `${next.trimEnd()}\n`)
}
