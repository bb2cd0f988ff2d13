// Starts the worker from its source, as the build starts it from its bundle.
import { register } from 'tsx/esm/api'

register()
await import(new URL('../../src/main/exchange/exchange-worker.ts', import.meta.url).href)
