import { useEffect, useState } from 'react'
import type { ArticleDraft } from '#annotations/model/article-draft'
import type { AppError, Result } from '#annotations/model/result'
import type { TextFile } from '../bridge/shell'
import { useApp } from '../state/app-context'
import { type ArticleForm, toForm } from './article-form'

/** A file on its way to become an article: being read, read with what was recognised, or not readable. */
export type FileDraft = { readonly id: number; readonly file: TextFile } & (
  | { readonly state: 'reading' }
  | { readonly state: 'ready'; readonly draft: ArticleDraft; readonly form: ArticleForm }
  | { readonly state: 'failed'; readonly error: AppError }
)

export type Drafts = {
  readonly list: readonly FileDraft[]
  readonly edit: (id: number, form: ArticleForm) => void
  readonly remove: (id: number) => void
}

/** Has the desk read every file as an article, each by itself: one that cannot be read stops no other. */
export function useDrafts(files: readonly TextFile[]): Drafts {
  const { client } = useApp()
  const [list, setList] = useState<readonly FileDraft[]>(() =>
    files.map((file, id) => ({ id, file, state: 'reading' })),
  )
  const replace = (id: number, next: (old: FileDraft) => FileDraft) =>
    setList((old) => old.map((one) => (one.id === id ? next(one) : one)))

  useEffect(() => {
    let wanted = true
    const read = async ({ name, text }: TextFile, id: number) => {
      const result = await client.call('article.read', { source: { kind: 'file', name }, text })
      if (wanted) setList((old) => old.map((one) => (one.id === id ? withAnswer(one, result) : one)))
    }
    void Promise.all(files.map(read))
    return () => {
      wanted = false
    }
  }, [client, files])

  return {
    list,
    edit: (id, form) => replace(id, (old) => (old.state === 'ready' ? { ...old, form } : old)),
    remove: (id) => setList((old) => old.filter((one) => one.id !== id)),
  }
}

function withAnswer({ id, file }: FileDraft, answer: Result<ArticleDraft>): FileDraft {
  return answer.ok
    ? { id, file, state: 'ready', draft: answer.value, form: toForm(answer.value) }
    : { id, file, state: 'failed', error: answer.error }
}
