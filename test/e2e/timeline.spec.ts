import { expect, type Page } from '@playwright/test'
import { test } from '../support/app'
import { ready } from '../support/ready'

const chart = (page: Page) => page.getByRole('group', { name: 'Articles by publisher and date' })
const marks = (page: Page) => chart(page).getByRole('button')
const stories = (page: Page) => page.getByRole('grid', { name: 'Stories' })
const sentence = (page: Page) => page.getByRole('status', { name: 'The story in words' })
const events = (page: Page) => page.getByRole('list', { name: 'The story by date' }).getByRole('listitem')

test('one view tells who said a thing first, who denied it and when it changed, and leads to the passages', async ({
  app: { page },
}) => {
  await ready(page)
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Timeline' }).click()
  await expect(marks(page)).toHaveCount(5)
  await stories(page)
    .getByRole('row', { name: /the meeting was cancelled because/ })
    .click()
  await expect(sentence(page)).toContainText(/First said by .+ in Meridian News Agency on 11 Oct 2024/)
  await expect(sentence(page)).toContainText(/repeated in The Velmar Courier on 12 Oct 2024/)
  await expect(sentence(page)).toContainText(/denied by .+ in Dunmere Herald on 12 Oct 2024/)
  await expect(sentence(page)).toContainText(/changed by .+ in The Orrin Observer on 14 Oct 2024/)
  await expect(
    chart(page).getByRole('button', { name: /^Meridian News Agency, 11 Oct 2024.*Said first/ }),
  ).toBeVisible()
  await expect(chart(page).getByRole('button', { name: /^Dunmere Herald, 12 Oct 2024.*Denies it/ })).toBeVisible()

  await stories(page)
    .getByRole('row', { name: /restore forty of the suspended licences/ })
    .click()
  await page.getByText('Only this story').click()
  await expect(marks(page)).toHaveCount(4)
  await page.goBack()
  await expect(marks(page)).toHaveCount(5)
  await page.getByRole('button', { name: /Publisher/ }).click()
  await page.getByRole('option', { name: 'Dunmere Herald' }).click()
  await expect(marks(page)).toHaveCount(1)
  await page.getByRole('group', { name: 'Tags' }).getByRole('button', { name: 'Denial' }).click()
  await marks(page).first().click()
  const herald = page.getByRole('list', { name: /^Highlights of No meeting was planned/ })
  await expect(herald.getByRole('listitem')).toHaveCount(8)
  await expect(page).toHaveURL(/tag=denial&publisher=Dunmere%20Herald&at=art_/)
  await page.reload()
  await expect(herald.getByRole('listitem')).toHaveCount(8)
  await herald.getByRole('link').first().click()
  await expect(page).toHaveURL(/#\/article\/art_\w+\?h=hl_/)
  await page.goBack()
  await expect(marks(page)).toHaveCount(1)

  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Timeline' }).click()
  const brush = page.locator('[data-part="both"]')
  const drag = async (from: number, to: number) => {
    const box = await brush.boundingBox()
    if (!box) throw new Error('There is no brush.')
    const y = box.y + box.height / 2
    await page.mouse.move(box.x + from * box.width, y)
    await page.mouse.down()
    await page.mouse.move(box.x + to * box.width, y, { steps: 4 })
    await page.mouse.up()
    return box
  }
  const whole = await drag(0.2, 0.5)
  await expect(page).toHaveURL(/from=.*&to=/)
  await drag(0.5, 1)
  await page.mouse.move(0, 0)
  await expect.poll(async () => ((await brush.boundingBox())?.x ?? 0) - whole.x).toBeCloseTo(0.35 * whole.width, -1)
  await brush.dblclick()
  await expect(page).not.toHaveURL(/from=/)
})

test('is worked by keyboard alone: through stories, along the lanes, closer and back', async ({ app: { page } }) => {
  await ready(page)
  await page.keyboard.press('Control+7')
  await expect(marks(page)).toHaveCount(5)
  await stories(page).getByRole('row').nth(1).focus()
  const first = await sentence(page).textContent()
  await page.keyboard.press('ArrowDown')
  await expect(sentence(page)).not.toHaveText(first ?? '')
  await expect(page).toHaveURL(/story=hl_/)
  await expect(events(page).first()).toBeVisible()

  await marks(page).first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(marks(page).nth(1)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: /^No meeting was planned/ })).toBeVisible()
  await page.keyboard.press('+')
  await expect(page).toHaveURL(/from=2024-10-1\dT.*&to=2024-10-1\dT/)
  const near = page.url()
  await page.keyboard.press('0')
  await expect(page).not.toHaveURL(near)
  await expect(page).not.toHaveURL(/from=/)

  const earliest = page.getByRole('slider', { name: 'Earliest date in view' })
  await earliest.focus()
  await expect(earliest).toHaveAttribute('aria-valuetext', '11 Oct 2024')
  for (let i = 0; i < 3; i++) await page.keyboard.press('PageUp')
  await expect(earliest).toHaveAttribute('aria-valuetext', /^11 Oct 2024, 21:36$/)
  await expect(page).toHaveURL(/from=2024-10-11T21:36Z/)
})
