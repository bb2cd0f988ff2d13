import { resolve } from 'node:path'
import { gatherFiles } from '../../exchange/gather-files'
import { readExchange } from '../../exchange/read-exchange'
import type { Command } from '../command'
import { fail } from '../output'
import { type Outcome, readContext, TAKE_IN, TAKE_IN_HELP, takeIn, wantedIn, withDeskToChange } from '../take-in'

const NO_MAP = { tags: {}, relations: {} }

export const merge: Command = {
  name: 'merge',
  summary: 'bring a colleague’s desk in: its folder, a ZIP of it, or its Crossread JSON',
  help: `Usage: crossread merge DESK… [--dry-run] [--json] [--desk DIR]

Takes in what a colleague added, with authors and times, in one action that undo takes back. What both have alike is
skipped. With a folder, the histories of both tell which version is older; what both changed, and with a file whatever
differs, becomes a conflict: both versions are kept until somebody decides, in the app or with crossread conflicts.
Nothing of this desk is removed.

${TAKE_IN_HELP}

  crossread merge ~/Shared/bos-desk
  crossread merge bo.crossread.json --dry-run
  crossread merge bo.zip --json | jq '.[].conflicts[].about'`,
  options: TAKE_IN,
  async run(given, out) {
    if (given.words.length === 0)
      return fail(
        out,
        { code: 'invalid-input', message: 'Name the desk to merge: a folder, a ZIP or Crossread JSON.' },
        2,
      )
    const wanted = wantedIn(given)
    return await withDeskToChange(given, out, async (desk) => {
      const outcomes: Outcome[] = []
      let failures = 0
      for (const path of given.words) {
        out.progress(`Reading ${path}`)
        const gathered = await gatherFiles([{ path: resolve(path) }])
        if (!gathered.ok) {
          failures++
          fail(out, gathered.error)
          continue
        }
        try {
          const exchange = await readExchange(gathered.value, desk.records, readContext(desk, wanted), () => NO_MAP)
          const taken = exchange.ok ? await takeIn(desk, exchange.value, 'Merge', wanted, out) : null
          if (!exchange.ok) fail(out, exchange.error)
          if (taken === null || taken.failed) failures++
          if (taken) outcomes.push(taken.outcome)
        } finally {
          if (gathered.value.kind === 'desk') await gathered.value.discard()
        }
      }
      if (wanted.json) out.print(JSON.stringify(outcomes, null, 2))
      return failures === 0 ? 0 : 1
    })
  },
}
