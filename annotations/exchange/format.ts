import type { Article, Revision } from '../model/article'
import type { Highlight } from '../model/highlight'
import type { IdSource } from '../model/ids'
import type { Relation } from '../model/relation'
import type { Result } from '../model/result'
import type { OnFault } from './bad-file'
import type { CrossreadFile } from './crossread-json/format'

/** What a format has no place for, counted. `restored`: our own import finds it again, in a field that others ignore. */
export type Loss = { readonly sentence: string; readonly count: number; readonly restored: boolean }

/** One file of an export. Its text is made as it is asked for, so that it can be streamed; UTF-8 when written. */
export type OutFile = { readonly name: string; readonly chunks: () => Iterable<string> }

/**
 * The files of an export, and what they could not carry. `archive`: the ending of the one ZIP archive that they are the
 * entries of, for formats that are one; several files of any other format are put in an archive only to be saved.
 */
export type Written = {
  readonly files: readonly OutFile[]
  readonly losses: readonly Loss[]
  readonly archive?: string
}

/** One way out. `name` is a file name without its ending, made of characters that every system takes. */
export type ExportFormat = {
  readonly id: string
  readonly title: string
  /** In a sentence: what reads such files. */
  readonly hint: string
  readonly write: (file: CrossreadFile, name: string) => Written
}

/** A file that was chosen, dropped, or taken out of an archive: its name with its ending, and its text. */
export type InFile = { readonly name: string; readonly text: string }

/** An article that the desk has, for annotations that come without their text. */
export type KnownArticle = { readonly article: Article; readonly revisions: readonly Revision[] }

export type ReadContext = {
  readonly ids: IdSource
  /** ISO 8601: when the import is made. Stands where a file does not say when. */
  readonly now: string
  /** Stands where a file does not say who. */
  readonly annotator: string
  /**
   * What the labels of other tools mean here; null leaves a label's highlights out. A tag that is not named is left out as
   * well, a relation that is not becomes `relates`.
   */
  readonly tags?: ReadonlyMap<string, Highlight['tag'] | null>
  readonly relations?: ReadonlyMap<string, Relation>
  readonly known?: readonly KnownArticle[]
  /** Told of each record at fault, which is then left out; without it the first one refuses the file. */
  readonly onFault?: OnFault
}

/** A label of another tool, and on how many records it is. */
export type Label = { readonly label: string; readonly count: number }

/** What a reader made of its files. Everything in `file` holds together; `notes` says what was left out or changed. */
export type Read = {
  readonly file: CrossreadFile
  readonly notes: readonly string[]
  /** Labels that `tags` or `relations` should say something about, each once. */
  readonly unknown: { readonly tags: readonly string[]; readonly relations: readonly string[] }
  /** Every label that is no word of ours, the most frequent first, whether `tags` and `relations` name it or not. */
  readonly labels: { readonly tags: readonly Label[]; readonly relations: readonly Label[] }
}

/** One way in. `read` fails with `bad-file` and a sentence that names the record at fault. */
export type ImportFormat = {
  readonly id: string
  readonly title: string
  /** Whether a file looks like this format: cheap, and false for the files of the other formats. */
  readonly recognise: (file: InFile) => boolean
  readonly read: (files: readonly InFile[], context: ReadContext) => Result<Read>
}

/** The whole text of a written file. */
export function textOfFile(file: OutFile): string {
  return [...file.chunks()].join('')
}
