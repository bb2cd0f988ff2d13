import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Three bundles: what runs in Node (one entry a shell), the sandboxed preload as one CommonJS file, and the page. */
export default defineConfig({
  main: {
    build: {
      // The browser shell runs on the user's Node, which may be older than Electron's.
      target: 'node20.19',
      outDir: 'out/main',
      rolldownOptions: {
        input: {
          electron: at('src/main/electron/main.ts'),
          browser: at('src/main/browser/main.ts'),
          cli: at('src/main/cli/main.ts'),
          'import-worker': at('src/main/import/import-worker.ts'),
          // A thread is started from a file: this one carries highlights into large texts.
          'carry-worker': at('src/main/desk/carry/carry-worker.ts'),
          // And this one keeps the search index.
          'search-worker': at('src/main/desk/search/full-text/search-worker.ts'),
          // And this one reads what is imported, and plans its merge.
          'exchange-worker': at('src/main/exchange/exchange-worker.ts'),
        },
        external: ['electron'],
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: at('src/preload/preload.ts'),
        output: { format: 'cjs', entryFileNames: 'preload.cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [react()],
    build: {
      outDir: at('out/renderer'),
      // Half the time to the first frame: the page is parsed anew at every start.
      minify: true,
      chunkSizeWarningLimit: 1_500,
      rolldownOptions: { input: at('src/renderer/index.html') },
    },
  },
})
