import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BrowserWindow } from 'electron'

/** Under each page what it belongs to, as pages come apart, and its number; as wide as the text of a report's style. */
const FOOTER = `<div style="font:10px sans-serif;color:#5b554b;width:100%;margin:0 18mm;display:flex;justify-content:space-between;gap:8mm">
<span class="title" style="overflow:hidden;text-overflow:ellipsis;white-space:nowrap"></span>
<span style="white-space:nowrap"><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>`

/**
 * A page as a PDF, printed by a window that is never shown and runs no script. It is read from a file of its own: an address
 * that held a long report would be longer than Chromium takes. Rejects when it cannot be printed.
 */
export async function printToPdf(html: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'crossread-print-'))
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
  })
  try {
    const file = join(folder, 'report.html')
    await writeFile(file, html, { mode: 0o600 })
    await window.loadFile(file)
    return await window.webContents.printToPDF({
      pageSize: 'A4',
      preferCSSPageSize: true,
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: FOOTER,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
  } finally {
    window.destroy()
    await rm(folder, { recursive: true, force: true })
  }
}
