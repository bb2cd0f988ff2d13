import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { at } from '../../scripts/lib/project.mjs'

/** Bundles the import worker as the app does. Beside node_modules, where it finds the libraries that stay outside the bundle. */
export async function bundleImportWorker(): Promise<{ readonly url: URL; readonly remove: () => void }> {
  const folder = mkdtempSync(join(at('node_modules'), '.import-worker-'))
  await build({
    root: at('.'),
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: at('src/main/import/import-worker.ts'),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20.19',
      rolldownOptions: { output: { entryFileNames: 'import-worker.mjs' } },
    },
  })
  return {
    url: pathToFileURL(join(folder, 'import-worker.mjs')),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
