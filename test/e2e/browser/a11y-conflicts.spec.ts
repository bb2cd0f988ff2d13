import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { serialise, toCrossreadJson } from '#annotations/exchange/crossread-json/write'
import { test } from '../../support/app'
import { opened } from '../../support/desk-folder'
import { dropFiles } from '../../support/fixture-texts'
import { ready } from '../../support/ready'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } })

    test('axe finds nothing wrong with the import dialog and the conflicts', async ({ app: { page, desk } }) => {
      await ready(page)
      const text = [
        '{"text": "Ada said so.", "entities": [{"id": 1, "label": "PER", "start_offset": 0, "end_offset": 3}]}',
        '{"text": "Short.", "entities": [{"id": 1, "label": "claim", "start_offset": 0, "end_offset": 600}]}',
      ].join('\n')
      await dropFiles(page, [{ name: 'a.jsonl', text }])
      await expect(page.getByRole('region', { name: 'What is wrong with it' })).toBeVisible()
      await expectNoViolation(page)
      await page.keyboard.press('Escape')

      const reader = await opened(desk, { readOnly: true })
      const file = toCrossreadJson(reader.records, reader.record, { kind: 'desk' })
      await reader.close()
      const highlights = file.highlights.map((one) => ({ ...one, note: 'Bo asked them' }))
      await dropFiles(page, [{ name: 'bo.json', text: serialise({ ...file, highlights }) }])
      await page.getByRole('button', { name: 'Import', exact: true }).click()
      await page.getByRole('button', { name: /^Decide / }).click()
      await expect(page.getByRole('region', { name: 'In bo.json' })).toBeVisible()
      await expectNoViolation(page)
    })
  })
}

async function expectNoViolation(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html }) => html).join('\n')}`)
  expect(found).toEqual([])
}
