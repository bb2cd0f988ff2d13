import type { Desk } from '../desk'
import type { HandlersOf } from './handlers-of'
import type { ShellPort } from './shell-port'

export function shellHandlers(desk: Desk, shell: ShellPort): HandlersOf<'shell'> {
  return {
    'shell.openTextFiles': ({ title, extensions }) => shell.openTextFiles(title, extensions),
    'shell.saveTextFile': ({ fileName, contents, encoding }) => shell.saveTextFile(fileName, contents, encoding),
    'shell.showDesk': () => shell.showFolder(desk.folder),
    'shell.openLink': ({ url }) => shell.openLink(url),
  }
}
