import { readFile } from 'node:fs/promises'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { toCrossreadJson } from '#annotations/exchange/crossread-json/write'
import { crossreadSchema } from '#annotations/schema/crossread-schema'
import { DESK, richDesk } from '../exchange/rich-desk'

const published = await readFile(
  new URL('../../../../annotations/schema/crossread-1.schema.json', import.meta.url),
  'utf8',
)

describe('the published schema', () => {
  test('is that of the validators: npm run schema writes it anew', () => {
    expect(published).toBe(`${JSON.stringify(crossreadSchema(), null, 2)}\n`)
  })

  const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false })
  addFormats.default(ajv)
  const validate = ajv.compile(JSON.parse(published))
  const file = () => structuredClone(toCrossreadJson(richDesk().desk.records, DESK, { kind: 'desk' }))

  test.each([
    ['the whole desk', { kind: 'desk' }],
    ['one tag', { kind: 'tag', tag: 'attribution' }],
  ] as const)('accepts an export of %s', (_what, scope) => {
    const ok = validate(toCrossreadJson(richDesk().desk.records, DESK, scope))
    expect(validate.errors).toBeNull()
    expect(ok).toBe(true)
  })

  test('is in the package, under a name of its own', async () => {
    const manifest = JSON.parse(await readFile(new URL('../../../../package.json', import.meta.url), 'utf8'))
    const path = manifest.exports['./schema/crossread-1.schema.json']
    expect(JSON.parse(await readFile(new URL(`../../../../${path}`, import.meta.url), 'utf8'))).toEqual(
      JSON.parse(published),
    )
    expect(manifest.files).toContain('annotations/schema/*.json')
  })

  test('of version 1 stays what it was: a copy that was frozen once accepts what is written today', async () => {
    const frozen = await readFile(
      new URL('../../../fixtures/schema/crossread-1.frozen.schema.json', import.meta.url),
      'utf8',
    )
    const old = new Ajv2020({ allErrors: true, strict: true, strictTypes: false })
    addFormats.default(old)
    const accepts = old.compile(JSON.parse(frozen))
    expect(accepts(file()), JSON.stringify(accepts.errors)).toBe(true)
  })

  const set = (target: object | undefined, patch: object) => ({ ...Object.assign(target ?? {}, patch) })
  test.each<[string, (broken: ReturnType<typeof file>) => unknown]>([
    ['another version', (broken) => set(broken, { version: 2 })],
    ['a field of its own', (broken) => set(broken.articles[0], { mood: 'good' })],
    ['an unknown tag', (broken) => set(broken.highlights[0], { tag: 'rumour' })],
    ['a speaker on a claim', (broken) => set(broken.highlights[0], { speaker: 'X' })],
    ['an offset before the text', (broken) => set(broken.highlights[0]?.anchor, { start: -1 })],
    ['an id of another kind', (broken) => set(broken.links[0], { from: broken.links[0]?.id })],
    ['a date in words', (broken) => set(broken.articles[0], { published: 'May 4' })],
    ['an article without a revision', (broken) => set(broken.articles[0], { revisions: [] })],
  ])('refuses %s', (_what, breakIt) => {
    const broken = file()
    breakIt(broken)
    expect(validate(broken)).toBe(false)
  })
})
