import { openDesk } from '../../../src/main/desk/open-desk'

/** Opens a desk once, in a process of its own, and says what it took. */
const [folder = ''] = process.argv.slice(2)
const before = process.memoryUsage.rss()
const cpuBefore = process.cpuUsage()
const begun = performance.now()
const desk = await openDesk(folder)
const milliseconds = performance.now() - begun
const { user, system } = process.cpuUsage(cpuBefore)
if (!desk.ok) throw new Error(desk.error.message)
const rss = process.memoryUsage.rss()
const peak = process.resourceUsage().maxRSS * 1024
const { highlights, articles } = desk.value.records
console.log(
  JSON.stringify({
    milliseconds,
    cpu: (user + system) / 1000,
    before,
    rss,
    peak,
    highlights: highlights.size,
    articles: articles.size,
  }),
)
await desk.value.close()
