import type { Change } from '#annotations/changes/change-set'
import type { Dossier } from '#annotations/dossiers/dossier'
import type { FirstLines } from '#annotations/exchange/first-lines'
import type { Article, Revision, Source } from '#annotations/model/article'
import type { Highlight, Tag } from '#annotations/model/highlight'
import type { ArticleId, ChangeSetId, HighlightId, RevisionId } from '#annotations/model/ids'
import type { Link } from '#annotations/model/link'
import type { CompareMemory } from './compare-views'
import type { LabelMap } from './exchange-views'
import type { ImportColumns } from './import-views'

export type { ArticleDraft } from '#annotations/model/article-draft'

/** A row of the library. */
export type ArticleSummary = {
  readonly article: Article
  readonly words: number
  readonly counts: { readonly [T in Tag]: number }
  /** Links with at least one end in the article. */
  readonly links: number
  /** Highlights that were not found for certain in the newest revision, and wait to be checked. */
  readonly orphans: number
  readonly sample: boolean
}

/** A highlight as it is shown away from its article: at a link's other end, in a picker, in a list. */
export type HighlightBrief = {
  readonly id: HighlightId
  readonly articleId: ArticleId
  readonly articleTitle: string
  readonly publisher: string | null
  readonly published: string | null
  readonly tag: Tag
  readonly exact: string
  /** As it was typed. */
  readonly speaker: string | null
  /** What the speaker is called, where that is another name. */
  readonly speakerName?: string
  /** UTF-16 units from the start of its revision's text. */
  readonly start: number
}

/** All that the desk knows of one story; `briefs` holds every passage that it names. */
export type ClaimDossier = { readonly dossier: Dossier; readonly briefs: readonly HighlightBrief[] }

/** What is known of a revision besides its text. */
export type RevisionInfo = { readonly id: RevisionId; readonly added: string; readonly source: Source }

/**
 * All that the reader of one article shows. `links` touch the article; `briefs` holds every end of them. Of an older
 * revision, `highlights` has those that were found in it with their place there; the others name the revision they are in.
 */
export type ArticleView = {
  readonly article: Article
  readonly revision: Revision
  /** Oldest first. */
  readonly revisions: readonly RevisionInfo[]
  readonly highlights: readonly Highlight[]
  readonly links: readonly Link[]
  readonly briefs: readonly HighlightBrief[]
}

/** What undo and redo would do now: the label of the action, or null. */
export type UndoState = { readonly undo: string | null; readonly redo: string | null }

export type SaveState =
  | {
      readonly state: 'saved' /** ISO 8601; null when nothing was saved since the desk was opened. */
      readonly at: string | null
    }
  | { readonly state: 'saving' }
  | {
      readonly state: 'failed'
      readonly at: string
      readonly message: string
      readonly kept: string
      readonly next: string
    }

/** Something that was found wrong with the desk's files, and what was done about it. */
export type DeskProblem = {
  readonly id: string
  readonly file: string
  readonly message: string
  readonly kept: string
  readonly next: string
}

export type Theme = 'system' | 'light' | 'dark'
export type Settings = {
  readonly annotator: string
  readonly theme: Theme
  /** What the columns of tables held when it was last said; undefined as long as names alone told. */
  readonly columns?: ImportColumns | undefined
  /** What the labels of other tools were said to mean, by the id of the format. */
  readonly labels?: { readonly [format: string]: LabelMap } | undefined
  /** The articles that were compared last; undefined before any were. */
  readonly compare?: CompareMemory | undefined
}

export type DeskStatus = {
  readonly name: string
  readonly folder: string
  readonly version: string
  /** Null when this app may write; else the sentence that says who does. */
  readonly readOnly: string | null
  readonly settings: Settings
  readonly undo: UndoState
  readonly save: SaveState
  readonly problems: readonly DeskProblem[]
  readonly shell: 'electron' | 'browser'
  readonly hasSample: boolean
  /** What merges left to decide. */
  readonly conflicts: number
}

export type HistoryEntry = {
  readonly id: ChangeSetId
  readonly label: string
  readonly annotator: string
  readonly at: string
  readonly kind: 'do' | 'undo' | 'redo'
  /** How many records it changed. */
  readonly size: number
  /** Articles it touched that are still in the desk, at most three, with their titles. */
  readonly articles: readonly { readonly id: ArticleId; readonly title: string }[]
}

/** What a command did. `undoable` is false when nothing had to change. */
export type Done = { readonly label: string; readonly undoable: boolean; readonly warning?: string }

export type DeskChanged = {
  readonly label: string
  readonly kind: 'do' | 'undo' | 'redo'
  readonly changes: readonly Change[]
  /** Of many thousand records neither `changes` nor `briefs` tell: windows read anew what they show. */
  readonly unlisted: boolean
  /** Fresh summaries of every touched article that is still there, and the ids of those that are gone. */
  readonly summaries: readonly ArticleSummary[]
  readonly removedArticles: readonly ArticleId[]
  /** Fresh briefs of changed highlights and of the ends of changed links. */
  readonly briefs: readonly HighlightBrief[]
  readonly undo: UndoState
  readonly hasSample: boolean
}

/** A format to choose for an export. `restores`: the app imports such a file again, with all that is in it. */
export type ExportFormatView = {
  readonly id: string
  readonly title: string
  readonly hint: string
  readonly restores: boolean
}

/** What an export holds, and as sentences what it does not. */
export type ExportPreview = {
  readonly articles: number
  readonly highlights: number
  readonly links: number
  /** What the scope leaves out. */
  readonly leftOut: readonly string[]
  /** What the format has no place for, and is in none of its files. */
  readonly lost: readonly string[]
  /** What only Crossread will find again in them. */
  readonly hidden: readonly string[]
  /** How a file of it begins; null where the file is no text. */
  readonly start: FirstLines | null
}
