import { consoleOutput } from './output'
import { runCommandLine } from './run'

process.exitCode = await runCommandLine(process.argv.slice(2), process.env, {
  out: consoleOutput(),
  importWorker: new URL('./import-worker.js', import.meta.url),
  async serve(argv) {
    const { serve } = await import('../browser/serve')
    await serve(argv)
  },
})
