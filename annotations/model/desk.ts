import { z } from 'zod'
import { deskIdSchema } from './ids'

/** One local workspace. */
export const deskSchema = z.strictObject({ id: deskIdSchema, name: z.string().min(1), created: z.iso.datetime() })
export type Desk = z.infer<typeof deskSchema>
