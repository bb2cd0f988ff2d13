import { join, resolve } from 'node:path'
import envPaths from 'env-paths'

/** The desk that opens when none is named: in the system's folder for the data of apps. */
export function defaultDeskFolder(): string {
  return join(envPaths('Crossread', { suffix: '' }).data, 'desk')
}

/** The desk that was asked for: `--desk DIR` or `--desk=DIR`, else `CROSSREAD_DESK`, else the default. An absolute path. */
export function resolveDeskFolder(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): string {
  const asked = deskArgument(argv) || env.CROSSREAD_DESK
  return asked ? resolve(asked) : defaultDeskFolder()
}

function deskArgument(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((argument) => argument === '--desk' || argument.startsWith('--desk='))
  const argument = argv[at]
  return argument === '--desk' ? argv[at + 1] : argument?.slice('--desk='.length)
}
