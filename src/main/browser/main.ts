import { serve } from './serve'

process.exitCode = await serve(process.argv.slice(2), new URL('.', import.meta.url))
