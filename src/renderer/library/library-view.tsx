import { useApp } from '../state/app-context'
import { useStore } from '../state/store'

export function LibraryView() {
  const app = useApp()
  const state = useStore(app.library.store, (value) => value)
  if (state.state !== 'ready') return null
  return (
    <ul>
      {[...state.articles.values()].map(({ article }) => (
        <li key={article.id}>
          <button type="button" onClick={() => app.router.go({ view: 'article', id: article.id, highlight: null })}>
            {article.title}
          </button>
        </li>
      ))}
    </ul>
  )
}
