import { type Command, type CommandId, commands } from '#contract/commands'
import type { ArticleSummary, UndoState } from '#contract/views'
import { matchScore, type SearchText, searchText } from './palette-match'

/** Enough to scroll through; a better word finds the rest. */
const MOST_ARTICLES = 40

export type PaletteCommand = { readonly command: Command & { readonly id: CommandId }; readonly title: string }

/** What the palette offers. Commands come in table order without a query, and the best first with one. */
export type PaletteEntries = {
  readonly commands: readonly PaletteCommand[]
  readonly articles: readonly ArticleSummary[]
}

/** Everything that can be found, folded for the search: made once at each opening of the palette. */
export type PaletteIndex = {
  readonly commands: readonly (PaletteCommand & { readonly text: SearchText })[]
  readonly articles: readonly { readonly summary: ArticleSummary; readonly text: SearchText }[]
}

export function indexPalette(
  isAvailable: (command: Command) => boolean,
  undo: UndoState,
  articles: Iterable<ArticleSummary>,
): PaletteIndex {
  return {
    commands: commands
      .filter((command) => command.id !== 'palette.open' && isAvailable(command))
      .map((command) => {
        const title = titleOf(command, undo)
        return { command, title, text: searchText(`${title} ${command.section}`) }
      }),
    articles: Array.from(articles, (summary) => ({
      summary,
      text: searchText(`${summary.article.title} ${summary.article.publisher ?? ''}`),
    })),
  }
}

export function findEntries(index: PaletteIndex, query: string): PaletteEntries {
  return {
    commands: best(index.commands, query),
    articles: best(index.articles, query)
      .slice(0, MOST_ARTICLES)
      .map(({ summary }) => summary),
  }
}

/** "Undo: Tag as denial" says more than "Undo". */
function titleOf(command: Command & { readonly id: CommandId }, undo: UndoState): string {
  if (command.id === 'desk.undo' && undo.undo !== null) return `Undo: ${undo.undo}`
  if (command.id === 'desk.redo' && undo.redo !== null) return `Redo: ${undo.redo}`
  return command.title
}

function best<T extends { readonly text: SearchText }>(entries: readonly T[], query: string): readonly T[] {
  if (query.trim() === '') return entries
  return entries
    .flatMap((entry) => {
      const score = matchScore(entry.text, query)
      return score === null ? [] : [{ entry, score }]
    })
    .sort((a, b) => b.score - a.score)
    .map(({ entry }) => entry)
}
