// Starts the worker from its source, as the build starts it from its bundle.
import { register } from 'tsx/esm/api'

register()
await import('../../src/main/desk/carry/carry-worker.ts')
