import { parseArgs } from 'node:util'
import { fail, ok, type Result } from '#annotations/model/result'

export type BrowserOptions = {
  /** 0 for any free port. */
  readonly port: number
  /** Whether to open the system's browser. */
  readonly open: boolean
  /** Whether a new desk starts with the sample. */
  readonly sample: boolean
  /** Address of a development server that serves the page, or null for the built page. */
  readonly devServer: string | null
}

export const USAGE = `Usage: crossread serve [--desk DIR] [--port N] [--no-open] [--no-sample]

Opens the desk in the browser of this machine: the same app as in its window, on the loopback interface alone, behind a link
that only who started it has. A desk that does not exist is made, with the sample articles. Runs until Ctrl+C; Enter makes
a new link.

  --desk DIR         the folder of the desk; else CROSSREAD_DESK, else the system's data folder
  --port N           the port on 127.0.0.1; any free one when it is not given
  --no-open          do not open the browser
  --no-sample        start a new desk empty, without the sample articles
  --dev-server URL   take the page from a development server`

/** Reads the command line of the browser shell, without the program's name. Which desk it names is for `resolveDeskFolder`. */
export function parseArguments(argv: readonly string[]): Result<BrowserOptions | 'help'> {
  const parsed = parse(argv)
  if (!parsed.ok) return parsed
  const { help, desk, port, 'dev-server': devServer, 'no-open': noOpen, 'no-sample': noSample } = parsed.value
  if (help) return ok('help')
  if (desk === '') return fail('invalid-input', 'Name the folder of the desk after --desk.')
  const number = Number(port ?? 0)
  if (!Number.isInteger(number) || number < 0 || number > 65_535 || port === '') {
    return fail('invalid-input', `"${port}" is not a port: give a number from 0 to 65535.`)
  }
  if (devServer !== undefined && !/^http:\/\/(localhost|127\.0\.0\.1):\d+\/?$/.test(devServer)) {
    return fail('invalid-input', 'A development server runs on this machine, e.g. http://localhost:5173.')
  }
  return ok({
    port: number,
    open: !noOpen,
    sample: !noSample,
    devServer: devServer?.replace(/\/$/, '') ?? null,
  })
}

function parse(argv: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        desk: { type: 'string' },
        port: { type: 'string' },
        'no-open': { type: 'boolean' },
        'no-sample': { type: 'boolean' },
        'dev-server': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    return ok(values)
  } catch (error) {
    return fail('invalid-input', error instanceof Error ? error.message : String(error), { next: USAGE })
  }
}
