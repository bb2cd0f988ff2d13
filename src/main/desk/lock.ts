import { setTimeout as sleep } from 'node:timers/promises'
import type { Layout } from './files/layout'
import { type DeskFs, diskError, errorCode } from './fs/desk-fs'
import { isAlive, type Owner, ownerSchema, thisOwner } from './lock-owner'

/** A desk's lock, held. */
export type DeskLock = {
  /**
   * Makes sure that it is still ours, and takes it again when it was removed but nobody else has it. Resolves to the sentence
   * that says who has it now, or to null. It reads one small file, and only when it last did so a while ago.
   */
  readonly confirm: (however: 'now' | 'if-due') => Promise<string | null>
  readonly release: () => Promise<void>
}

export type Taken = { readonly lock: DeskLock } | { readonly heldBy: string }

/** Milliseconds after which the lock of another machine counts as left behind. On this one, only a dead process's does. */
const STALE = 60_000
const GUARD_STALE = 5_000
const GUARD_TRIES = 70
const CONFIRM_EVERY = 10_000

/**
 * Takes the desk's lock, or says who has it. proper-lockfile judges a lock by its age alone: it would wait long for a killed
 * process, and take a desk from one that was merely suspended. So the owner is written beside it, and on one machine the
 * question is whether that process lives. Throws what the disk throws, when the folder cannot be written.
 */
export async function takeLock(fs: DeskFs, layout: Layout, token: string, now: () => number): Promise<Taken> {
  let release: (() => Promise<void>) | null = null
  let confirmed = now()

  /** Under a second, short lock: else two that find a dead owner could each remove the other's fresh lock. */
  const take = () =>
    guarded(fs, layout, async (): Promise<string | null> => {
      const owner = await readOwner(fs, layout)
      let there = (await fs.stat(layout.lock)) !== null
      if (there && owner !== null && owner.token !== token) {
        const alive = isAlive(owner)
        if (alive === true) return heldBy(owner)
        if (alive === false) {
          await fs.remove(layout.lock)
          there = false
        }
      }
      // Before the lock, for a lock without its owner would outlive a process that is killed in between.
      if (!there) await writeOwner()
      try {
        release = await fs.lock(layout.lock, STALE, () => {
          release = null
          confirmed = Number.NEGATIVE_INFINITY
        })
      } catch (error) {
        if (errorCode(error) === 'ELOCKED') return heldBy(owner)
        throw error
      }
      if (there) await writeOwner()
      return null
    })
  const writeOwner = () =>
    fs.replace(layout.lockOwner, `${JSON.stringify(thisOwner(token, new Date(now()).toISOString()))}\n`)

  const denied = await take()
  if (denied !== null) return { heldBy: denied }
  return {
    lock: {
      async confirm(however) {
        if (however === 'if-due' && now() - confirmed < CONFIRM_EVERY) return null
        const owner = await readOwner(fs, layout)
        if (owner !== null && owner.token !== token && isAlive(owner) !== false) return heldBy(owner)
        if (release === null || owner === null || owner.token !== token) {
          const taken = await take()
          if (taken !== null) return taken
        }
        confirmed = now()
        return null
      },
      async release() {
        const releasing = release
        release = null
        // The owner goes last, for the same reason; guarded, so that it is not the next one's that goes.
        await guarded(fs, layout, async () => {
          await releasing?.()
          const owner = await readOwner(fs, layout)
          if (owner?.token === token) await fs.remove(layout.lockOwner)
        }).catch(() => undefined)
      },
    },
  }
}

/** Whether somebody holds the desk's lock, as far as can be told from here without taking it. */
export async function isLocked(fs: DeskFs, layout: Layout): Promise<boolean> {
  if ((await fs.stat(layout.lock)) === null) return false
  const owner = await readOwner(fs, layout)
  return owner === null || isAlive(owner) !== false
}

async function guarded<T>(fs: DeskFs, layout: Layout, work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    let release: () => Promise<void>
    try {
      release = await fs.lock(layout.lockGuard, GUARD_STALE, () => undefined)
    } catch (error) {
      if (errorCode(error) !== 'ELOCKED') throw error
      if (tries === GUARD_TRIES) throw diskError('EBUSY', 'the lock of the desk stays taken')
      await sleep(100)
      continue
    }
    try {
      return await work()
    } finally {
      await release().catch(() => undefined)
    }
  }
}

async function readOwner(fs: DeskFs, layout: Layout): Promise<Owner | null> {
  const bytes = await fs.read(layout.lockOwner)
  if (bytes === null) return null
  try {
    return ownerSchema.parse(JSON.parse(bytes.toString('utf8')))
  } catch {
    return null
  }
}

function heldBy(owner: Owner | null): string {
  const who =
    owner === null ? 'elsewhere' : `by process ${owner.pid} on ${owner.host.split(' ')[0]} since ${owner.since}`
  return `This desk is open in another Crossread (${who}). Here you can read it as it was when it was opened; to change it, close it there and open it again.`
}
