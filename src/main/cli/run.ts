import { parseArgs } from 'node:util'
import { version } from '../../../package.json'
import { resolveDeskFolder } from '../desk/desk-folder'
import type { Command, Given } from './command'
import { agreement } from './commands/agreement'
import { annotate } from './commands/annotate'
import { check } from './commands/check'
import { conflicts } from './commands/conflicts'
import { exportDesk } from './commands/export'
import { importFiles } from './commands/import'
import { merge } from './commands/merge'
import { report } from './commands/report'
import { search } from './commands/search'
import { stats } from './commands/stats'
import { type ExitCode, fail, type Output } from './output'

const COMMANDS: readonly Command[] = [
  importFiles,
  annotate,
  merge,
  conflicts,
  exportDesk,
  report,
  search,
  stats,
  agreement,
  check,
]

const HELP = `Usage: crossread COMMAND [--desk DIR] [options]

Works on a desk without a window. Commands that only read may run while the desk is open in Crossread.

${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`).join('\n')}
  serve      open the desk in the browser, on this machine alone

  --desk DIR   the folder of the desk; else CROSSREAD_DESK, else the system's data folder
  --help       this page, or with a command its own
  --version    which Crossread this is

Exit codes: 0 all went well, 1 something failed or is wrong, 2 the command line is not understood.`

/** What the commands need of the process that they run in. */
export type Surroundings = {
  readonly out: Output
  readonly importWorker: URL
  /** Starts the browser shell with the rest of the command line. */
  readonly serve: (argv: readonly string[]) => Promise<ExitCode>
}

/** Runs one command line of `crossread`, without the program's name. */
export async function runCommandLine(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  { out, serve, importWorker }: Surroundings,
): Promise<ExitCode> {
  const [name, ...rest] = argv
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    out.print(HELP)
    return name === undefined ? 2 : 0
  }
  if (name === '--version' || name === '-v') {
    out.print(version)
    return 0
  }
  if (name === 'serve') return await serve(rest)
  const command = COMMANDS.find((command) => command.name === name)
  if (!command) return fail(out, { code: 'invalid-input', message: `There is no command "${name}".`, next: HELP }, 2)
  const given = parse(command, rest)
  if (typeof given === 'string') return fail(out, { code: 'invalid-input', message: given, next: command.help }, 2)
  if (given.values.help === true) {
    out.print(command.help)
    return 0
  }
  const deskFolder = resolveDeskFolder(rest, env)
  return await command.run({ ...given, deskFolder, importWorker }, out)
}

/** The command line, or the sentence that says what is wrong with it. */
function parse({ options }: Command, args: readonly string[]): Pick<Given, 'words' | 'values'> | string {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      options: { ...options, desk: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    })
    return { words: positionals, values }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
