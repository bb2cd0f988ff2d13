import { useEffect } from 'react'
import { useApp } from '../state/app-context'
import { useStore } from '../state/store'

/** Puts the chosen theme on the document; "system" follows the system as it changes. */
export function useTheme(): void {
  const theme = useStore(useApp().status, (status) => status.settings.theme)
  useEffect(() => {
    const dark = window.matchMedia('(prefers-color-scheme: dark)')
    const apply = () => {
      document.documentElement.dataset.theme = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme
    }
    apply()
    dark.addEventListener('change', apply)
    return () => dark.removeEventListener('change', apply)
  }, [theme])
}
