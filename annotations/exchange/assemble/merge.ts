import type { Foreign, ForeignDocument } from './foreign'

/** What several files say, as if one file said it. A text that one file only names is the one that another brings. */
export function mergeForeign(parts: readonly Foreign[]): Foreign {
  const documents = parts.flatMap((part) => part.documents)
  const brought = new Set(documents.filter(({ text }) => text !== null).map(({ ref }) => ref))
  const named = new Map<string, ForeignDocument>()
  for (const document of documents) {
    if (document.text === null && !brought.has(document.ref)) named.set(document.ref, document)
  }
  return {
    documents: [...documents.filter(({ text }) => text !== null), ...named.values()],
    highlights: parts.flatMap((part) => part.highlights),
    links: parts.flatMap((part) => part.links),
    verdicts: parts.flatMap((part) => part.verdicts ?? []),
    notes: parts.flatMap((part) => part.notes ?? []),
  }
}
