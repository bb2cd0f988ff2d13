import { writeFile } from 'node:fs/promises'
import { crossreadSchema } from '#annotations/schema/crossread-schema'

/** Writes the published JSON Schema anew from the validators: run it after the model changes. */
const file = new URL('../annotations/schema/crossread-1.schema.json', import.meta.url)
await writeFile(file, `${JSON.stringify(crossreadSchema(), null, 2)}\n`)
