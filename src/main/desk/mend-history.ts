import type { MendDeps, Problem } from './mend'
import type { Replayed } from './replay'
import { keepInBroken } from './set-aside'

/**
 * Says what was wrong with the history, and takes the half line of a crash out of the way. That one is not told: its action was
 * never acknowledged, so nothing that anyone relied on is gone.
 */
export async function mendHistory(deps: MendDeps, replayed: Replayed): Promise<Problem[]> {
  const { fs, layout, mayWrite, time } = deps
  const { half, end } = replayed
  if (mayWrite && half !== null && end !== null) {
    await keepInBroken(fs, layout, `history-${end.month}-half-line.txt`, half.toString('utf8'), time)
    const log = await fs.openLog(layout.month(end.month), 'write')
    try {
      await log?.truncate(end.at)
      await log?.sync()
    } finally {
      await log?.close()
    }
  }
  const problems: Problem[] = []
  for (const position of replayed.broken) {
    problems.push({
      file: `history/${position.month}.jsonl`,
      message: `A line of the history cannot be read (at byte ${position.at} of ${position.month}.jsonl). The change it held may be missing.`,
      kept: 'Every other line was read. The file was left as it is.',
      next: 'Look through what you did last. If it happens again, look after the disk.',
    })
  }
  if (replayed.cut) {
    problems.push({
      file: 'history',
      message: 'The end of the history is missing.',
      kept: 'Every article, highlight and link that had reached the files is there.',
      next: 'What was done before can no longer be undone. If you have a copy of the history folder, put it back and open the desk again.',
    })
  }
  return problems
}
