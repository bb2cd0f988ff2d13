import type { DeskProblem } from '#contract/views'

/** What was found wrong with the desk's files, until the user has read it. */
export type Problems = {
  readonly all: () => readonly DeskProblem[]
  readonly tell: (problem: Omit<DeskProblem, 'id'>) => void
  readonly dismiss: (id: string) => void
}

export function createProblems(onChange: (problems: readonly DeskProblem[]) => void): Problems {
  let all: readonly DeskProblem[] = []
  let count = 0
  const set = (next: readonly DeskProblem[]) => {
    all = next
    onChange(all)
  }
  return {
    all: () => all,
    tell(problem) {
      count += 1
      set([...all, { id: `problem-${count}`, ...problem }])
    },
    dismiss(id) {
      if (all.some((problem) => problem.id === id)) set(all.filter((problem) => problem.id !== id))
    },
  }
}
