import { type DeskFs, diskError, type LogFile } from '#main/desk/fs/desk-fs'
import { nodeFs } from '#main/desk/fs/node-fs'

/** A real disk on which operations can be made to fail: `fail` names the code, `on` the operation and path. */
export type Fault = (operation: keyof DeskFs | `log.${keyof LogFile}`, path: string) => string | null

/** Runs on the real disk and asks before each step whether it fails; a failing write of a log leaves half of its bytes there. */
export function faultyFs(fault: () => Fault | null): DeskFs {
  const check = (operation: Parameters<Fault>[0], path: string) => {
    const code = fault()?.(operation, path)
    if (code) throw diskError(code, path)
  }
  const checked =
    <A extends [string, ...unknown[]], R>(operation: keyof DeskFs, run: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      check(operation, args[0])
      return run(...args)
    }
  return {
    read: checked('read', nodeFs.read),
    list: checked('list', nodeFs.list),
    stat: checked('stat', nodeFs.stat),
    replace: checked('replace', nodeFs.replace),
    makeFolder: checked('makeFolder', nodeFs.makeFolder),
    move: checked('move', nodeFs.move),
    remove: checked('remove', nodeFs.remove),
    copy: checked('copy', nodeFs.copy),
    link: checked('link', nodeFs.link),
    syncFolder: checked('syncFolder', nodeFs.syncFolder),
    lock: checked('lock', nodeFs.lock),
    async openLog(path, mode) {
      check('openLog', path)
      const log = await nodeFs.openLog(path, mode)
      return (
        log && {
          ...log,
          async write(bytes, at) {
            const code = fault()?.('log.write', path)
            if (!code) return log.write(bytes, at)
            await log.write(bytes.subarray(0, bytes.length >> 1), at)
            throw diskError(code, path)
          },
          async truncate(size) {
            check('log.truncate', path)
            return log.truncate(size)
          },
          async sync() {
            check('log.sync', path)
            return log.sync()
          },
        }
      )
    },
  }
}
