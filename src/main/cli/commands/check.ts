import { faultsOf } from '#annotations/changes/faults'
import type { Desk } from '../../desk/desk'
import type { Command } from '../command'
import { withDeskToRead } from '../open-to-read'

export const check: Command = {
  name: 'check',
  summary: 'validate the desk, and name every problem',
  help: `Usage: crossread check [--json] [--desk DIR]

Reads every file of the desk and validates it, and looks whether all records hold together: quotes that stand where
they should, links whose ends are there, verdicts on claims, names of one speaker. Every problem is named, one a line.
Nothing is changed: opening the desk in Crossread mends what can be mended. Ends with 1 when something is wrong.

  --json   problems as a JSON array`,
  options: { json: { type: 'boolean' } },
  run: (given, out) =>
    withDeskToRead(given, out, (desk) => {
      const problems = problemsOf(desk)
      if (given.values.json) out.print(JSON.stringify(problems, null, 2))
      else if (problems.length === 0) out.print('All is in order.')
      else for (const { message, kept, next } of problems) out.print([message, kept, next].filter(Boolean).join(' '))
      return problems.length === 0 ? 0 : 1
    }),
}

type Problem = {
  readonly file: string | null
  readonly message: string
  readonly kept?: string
  readonly next?: string
}

function problemsOf(desk: Desk): readonly Problem[] {
  const found = desk.problems().map(({ id: _, ...problem }): Problem => problem)
  return [...found, ...Array.from(faultsOf(desk.records), (message) => ({ file: null, message }))]
}
