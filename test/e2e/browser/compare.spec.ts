import { expect } from '@playwright/test'
import { test } from '../../support/app'
import { active, COURIER, chosen, compare, expectLevel, HERALD, side } from '../../support/comparing'
import { heading, openArticle } from '../../support/reading'
import { ready } from '../../support/ready'

test('a third article stands beside the two, each link is followed to its side, and a removed one comes back by undo', async ({
  app: { page },
}) => {
  await compare(page, 'keyboard')
  await page.getByRole('button', { name: 'Third article' }).click()
  const option = await page.getByRole('option', { name: /^Tarsenia, Corvany foreign ministers/ }).boundingBox()
  if (!option) throw new Error('The list of articles is not there.')
  // Who turns the wheel and clicks at once, before a list says that it has come to rest.
  await page.getByRole('listbox').dispatchEvent('scroll')
  await page.mouse.click(option.x + 40, option.y + 12)
  await expect(side(page, 'Right').getByRole('article', { name: /^Tarsenia/ })).toBeVisible()
  await expect(chosen(page, 'Middle')).toHaveValue(HERALD)
  await expect(page).toHaveURL(/left=art_.*middle=art_.*right=art_/)
  await page.getByRole('button', { name: /^\d+ links/ }).click()
  await page.getByRole('option', { name: /relates to/ }).click()
  await expectLevel(page)
  await page.goBack()
  await expect(page).toHaveURL(/links=lnk_/)
  await expect(page.getByRole('option', { name: /relates to/ })).toBeFocused()
  await page.goForward()
  await expect(page.getByRole('listbox')).toHaveCount(0)

  await side(page, 'Middle').getByRole('article').first().click()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Remove article')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'This article was removed' })).toBeVisible()
  await expect(side(page, 'Right').getByRole('article', { name: /^Tarsenia/ })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(side(page, 'Middle').getByRole('article', { name: HERALD })).toBeVisible()

  await page.getByRole('button', { name: 'Close the middle article' }).click()
  await expect(chosen(page, 'Right')).toHaveValue(/^Tarsenia/)
  await page.goBack()
  await expect(chosen(page, 'Middle')).toHaveValue(HERALD)
})

test('where the system forces its colours, curves are drawn in them, and every passage can be read', async ({
  app: { page },
}) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
  await compare(page, 'keyboard')
  const hues = () =>
    page.locator('canvas').evaluate((canvas) => {
      const context = canvas instanceof HTMLCanvasElement ? canvas.getContext('2d') : null
      const { data } = context?.getImageData(0, 0, context.canvas.width, context.canvas.height) ?? { data: [] }
      const colours = new Set<string>()
      for (let at = 0; at < data.length; at += 4) {
        // Faint pixels are rounded: an edge has no colour to speak of.
        if ((data[at + 3] ?? 0) > 200) colours.add(`${data[at]} ${data[at + 1]} ${data[at + 2]}`)
      }
      return [...colours]
    })
  await expect.poll(hues).toEqual(['255 255 255'])
  const looks = await page.locator('article mark').evaluateAll((marks) =>
    marks.map((mark) => {
      const { color, backgroundColor } = getComputedStyle(mark)
      return `${color} on ${backgroundColor}`
    }),
  )
  expect(new Set(looks)).toEqual(new Set(['rgb(0, 0, 0) on rgb(255, 255, 0)']))
})

test('it is opened from a link’s menu, from a dossier, and from an article that asks for another', async ({
  app: { page },
}) => {
  await ready(page)
  await openArticle(page, 'Late arrival, not ill will, kept ministers apart, Velmar says')
  await heading(page, /has invited/).click()
  await page.getByRole('button', { name: /^Change link: denied by “no invitation/ }).click()
  await page.getByRole('menuitem', { name: 'Compare side by side' }).click()
  await expect(active(page, 'Right')).toContainText('no invitation to Dunmere')
  await expectLevel(page)

  await page.keyboard.press('Control+4')
  await page
    .getByRole('link', { name: /^Compare with/ })
    .first()
    .click()
  await expect(active(page, 'Left')).toBeVisible()
  await expectLevel(page)

  await openArticle(page, 'Late arrival, not ill will, kept ministers apart, Velmar says')
  await page.keyboard.press('Shift+C')
  await expect(chosen(page, 'Right')).toBeFocused()
  await expect(page.getByRole('option').first()).toContainText('6 links')
  await page.keyboard.press('Escape')
  await expect(chosen(page, 'Left')).toHaveValue(COURIER)
})

test('articles to choose from wait for what is being read, and stay where they are once they are shown', async ({
  app: { page },
}) => {
  await compare(page, 'keyboard')
  const held: (() => void)[] = []
  let isHolding = true
  await page.routeWebSocket(/\/desk$/, (socket) => {
    const server = socket.connectToServer()
    const asked = new Set<unknown>()
    socket.onMessage((message) => {
      const { method, id } = JSON.parse(`${message}`)
      if (method === 'article.open') asked.add(id)
      server.send(message)
    })
    server.onMessage((message) => {
      if (isHolding && asked.has(JSON.parse(`${message}`).id)) held.push(() => socket.send(message))
      else socket.send(message)
    })
  })
  await page.reload()
  await expect.poll(() => held.length).toBe(2)
  const options = page.getByRole('option')
  await page.getByRole('button', { name: 'Third article' }).click()
  await expect(chosen(page, 'Right')).toBeFocused()
  await expect(options).toHaveCount(0)
  await side(page, 'Right')
    .getByRole('button', { name: /^Show articles/ })
    .click()
  await expect(options).toHaveCount(5)
  const names = () => options.locator('span:first-child[dir]').allTextContents()
  const shown = await names()
  isHolding = false
  for (const answer of held) answer()
  await expect(options.filter({ hasText: 'link' })).not.toHaveCount(0)
  expect(await names()).toEqual(shown)
  await page.keyboard.press('Escape')
  await chosen(page, 'Right').click()
  await expect(options.first()).toContainText('link')
})
