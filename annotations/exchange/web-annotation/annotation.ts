import { z } from 'zod'
import { keptDocumentSchema } from '../kept'

/** JSON-LD writes one value alone and several as a list. */
const oneOrMore = <T extends z.ZodType>(schema: T) =>
  z.union([schema, z.array(schema)]).transform((value): z.output<T>[] => (Array.isArray(value) ? value : [value]))

const named = z.union([
  z.string(),
  z.looseObject({ id: z.string().optional(), name: oneOrMore(z.string()).optional() }),
])

const bodySchema = z.union([
  z.string(),
  z.looseObject({
    type: oneOrMore(z.string()).optional(),
    purpose: oneOrMore(z.string()).optional(),
    value: z.string().optional(),
  }),
])

/** Of the selectors, we know those of text: its quote, and its position. */
const selectorSchema = z.looseObject({
  type: z.string().optional(),
  exact: z.string().optional(),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
  start: z.number().optional(),
  end: z.number().optional(),
})

const targetSchema = z.union([
  z.string(),
  z.looseObject({
    id: z.string().optional(),
    source: named.optional(),
    selector: oneOrMore(z.union([z.string(), selectorSchema])).optional(),
  }),
])
export type Target = z.infer<typeof targetSchema>

/** One annotation of the Web Annotation Data Model, as far as it concerns us; other fields are let be. */
export const annotationSchema = z.looseObject({
  id: z.string().optional(),
  motivation: oneOrMore(z.string()).optional(),
  body: oneOrMore(bodySchema).optional(),
  target: oneOrMore(targetSchema),
  creator: oneOrMore(named).optional(),
  created: z.string().optional(),
  modified: z.string().optional(),
  crossreadFrom: z.string().optional(),
})
export type Annotation = z.infer<typeof annotationSchema>

/** A text that our own export brings along. */
export const textSchema = z.looseObject({
  id: z.string(),
  value: z.string(),
  language: z.string().optional(),
  via: z.string().optional(),
  textDirection: z.enum(['ltr', 'rtl', 'auto']).optional(),
  crossreadKept: keptDocumentSchema.optional(),
})

/** The texts of the bodies with one purpose; where a body has none, the annotation's motivation is its purpose. */
export function bodiesFor({ body = [], motivation = [] }: Annotation, purpose: string): string[] {
  return body.flatMap((one) => {
    if (typeof one === 'string') return motivation.includes(purpose) ? [one] : []
    const purposes = one.purpose ?? motivation
    return one.value !== undefined && purposes.includes(purpose) ? [one.value] : []
  })
}

/** The first creator's name, or what stands for it. */
export function creatorOf({ creator = [] }: Annotation): string | undefined {
  const [first] = creator
  return typeof first === 'string' ? first : (first?.name?.[0] ?? first?.id)
}

/** What a target is a part of: the IRI of the annotated page or text. */
export function sourceOf(target: Target): string | undefined {
  if (typeof target === 'string') return target
  const { source, id } = target
  return typeof source === 'string' ? source : (source?.id ?? id)
}
