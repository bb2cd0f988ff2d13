/**
 * Loads pdf.js, which makes a DOMMatrix as it is loaded, for drawing. Nothing is drawn here, so empty classes do, and the native
 * canvas that pdf.js would take them from need be neither installed nor packed.
 */
export async function loadPdfJs(): Promise<typeof import('pdfjs-dist/legacy/build/pdf.mjs')> {
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) {
    if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value: class {}, configurable: true })
  }
  return await import('pdfjs-dist/legacy/build/pdf.mjs')
}
