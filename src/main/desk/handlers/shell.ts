import { ok } from '#annotations/model/result'
import type { Desk } from '../desk'
import type { HandlersOf } from './handlers-of'
import type { PickedFiles } from './picked-files'
import type { ShellPort } from './shell-port'

export function shellHandlers(desk: Desk, shell: ShellPort, picked: PickedFiles): HandlersOf<'shell'> {
  return {
    'shell.openTextFiles': ({ title, extensions }) => shell.openTextFiles(title, extensions),
    async 'shell.pickFiles'({ title, extensions, folder }) {
      const paths = await shell.pickFiles(title, extensions, folder)
      if (!paths.ok) return paths
      return ok(paths.value === null ? null : paths.value.map(picked.keep))
    },
    'shell.saveTextFile': ({ fileName, contents, encoding }) => shell.saveTextFile(fileName, contents, encoding),
    'shell.savePdf': ({ fileName, html }) => shell.savePdf(fileName, html),
    'shell.showDesk': () => shell.showFolder(desk.folder),
    'shell.openLink': ({ url }) => shell.openLink(url),
  }
}
