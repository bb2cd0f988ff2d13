import { readFileSync, readlinkSync } from 'node:fs'
import { hostname, uptime } from 'node:os'
import { z } from 'zod'

/** Who holds a desk, as written beside its lock. */
export const ownerSchema = z.strictObject({
  /** Tells this holding from any other by the same process. */
  token: z.string(),
  pid: z.int(),
  host: z.string(),
  /** When the process was started, where the system tells: a number may be given to another process later. */
  born: z.string().nullable(),
  since: z.iso.datetime(),
})
export type Owner = z.infer<typeof ownerSchema>

export function thisOwner(token: string, since: string): Owner {
  return { token, pid: process.pid, host: thisHost(), born: bornOf(process.pid), since }
}

/** Null when the owner is on another machine, of which nothing can be known from here. */
export function isAlive(owner: Owner): boolean | null {
  if (owner.host !== thisHost()) return null
  const booted = Date.now() - uptime() * 1000
  if (Date.parse(owner.since) < booted - 60_000) return false
  try {
    process.kill(owner.pid, 0)
  } catch (error) {
    // EPERM: it is there, and another user's.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false
  }
  return owner.born === bornOf(owner.pid)
}

/** On Linux with its space of process numbers, in which a container has its own. */
function thisHost(): string {
  return [hostname(), orNull(() => readlinkSync('/proc/self/ns/pid'))].filter((part) => part !== null).join(' ')
}

/** Field 22 of /proc/<pid>/stat, in clock ticks since boot (proc(5)); the name in field 2 may hold spaces. */
function bornOf(pid: number): string | null {
  return orNull(() => {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null
  })
}

function orNull<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}
