import type { Desk } from '../desk'
import type { HandlersOf } from './handlers-of'

export function settingsHandlers(desk: Desk): HandlersOf<'settings'> {
  return {
    'settings.set': ({ annotator, theme, columns, compare }) =>
      desk.setSettings({
        ...(annotator === undefined ? {} : { annotator }),
        ...(theme === undefined ? {} : { theme }),
        ...(columns === undefined ? {} : { columns }),
        ...(compare === undefined ? {} : { compare }),
      }),
  }
}
