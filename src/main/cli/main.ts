import { consoleOutput } from './output'
import { runCommandLine } from './run'

const bundle = new URL('.', import.meta.url)

process.exitCode = await runCommandLine(process.argv.slice(2), process.env, {
  out: consoleOutput(),
  importWorker: new URL('./import-worker.js', bundle),
  async serve(argv) {
    const { serve } = await import('../browser/serve')
    return await serve(argv, bundle)
  },
})
