import { closeSync, fdatasyncSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { JSONFilePreset } from 'lowdb/node'
import type { Highlight } from '../../../annotations/model/highlight'

/** Something that makes one highlight durable. */
export type Rival = {
  readonly name: string
  readonly add: (highlight: Highlight) => unknown
  readonly close: () => void
}

/** The least that a durable action can cost: append the bytes of one line and wait for the disk. */
export function bareAppend(folder: string, lineBytes: number): Rival {
  const file = openSync(join(folder, 'bare.jsonl'), 'a')
  const line = Buffer.alloc(lineBytes, 'x')
  return {
    name: 'bare append + fsync',
    add: () => {
      writeSync(file, line)
      fsyncSync(file)
    },
    close: () => closeSync(file),
  }
}

/** The same with `fdatasync`, which is what the journal calls. */
export function bareAppendData(folder: string, lineBytes: number): Rival {
  const file = openSync(join(folder, 'bare-data.jsonl'), 'a')
  const line = Buffer.alloc(lineBytes, 'x')
  return {
    name: 'bare append + fdatasync',
    add: () => {
      writeSync(file, line)
      fdatasyncSync(file)
    },
    close: () => closeSync(file),
  }
}

/** better-sqlite3 as safe as our journal: write-ahead log, flushed at every commit. */
export function sqlite(folder: string, highlights: readonly Highlight[]): Rival {
  const Database = createRequire(import.meta.url)('better-sqlite3')
  const db = new Database(join(folder, 'desk.sqlite'))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec(
    'CREATE TABLE highlights (id TEXT PRIMARY KEY, article TEXT NOT NULL, json TEXT NOT NULL); CREATE INDEX by_article ON highlights (article)',
  )
  const insert = db.prepare('INSERT INTO highlights VALUES (?, ?, ?)')
  const add = (highlight: Highlight) => insert.run(highlight.id, highlight.articleId, JSON.stringify(highlight))
  db.transaction(() => highlights.forEach(add))()
  return { name: `better-sqlite3, ${highlights.length.toLocaleString('en')}`, add, close: () => db.close() }
}

/** lowdb as its README has it: the whole desk in one file, written at every change. */
export async function wholeFile(folder: string, highlights: readonly Highlight[]): Promise<Rival> {
  const db = await JSONFilePreset<{ highlights: Highlight[] }>(join(folder, `whole-${highlights.length}.json`), {
    highlights: [...highlights],
  })
  await db.write()
  return {
    name: `lowdb whole-file, ${highlights.length.toLocaleString('en')}`,
    add: (highlight) => db.update(({ highlights }) => highlights.push(highlight)),
    close: () => undefined,
  }
}
