import { createContext, useContext } from 'react'
import type { AppModel } from './app-model'
import type { OpenArticle } from './open-article'
import { useStore } from './store'

export const AppContext = createContext<AppModel | null>(null)

/** The app's model; every component below `App` has it. */
export function useApp(): AppModel {
  const app = useContext(AppContext)
  if (app === null) throw new Error('useApp is called outside of App')
  return app
}

/** The article in the reader, or null while there is none. */
export function useOpenArticle(): OpenArticle | null {
  return useStore(useApp().reader.store, (state) => (state.state === 'open' ? state.article : null))
}
