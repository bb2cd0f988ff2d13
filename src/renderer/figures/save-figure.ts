import type { AppModel } from '../state/app-model'
import type { Palette } from './relation-look'

export const PICTURE_KINDS = ['svg', 'png'] as const
export type PictureKind = (typeof PICTURE_KINDS)[number]

/** Twice as many dots as CSS px, so that it prints well, but no more than browsers can draw at once. */
const DENSITY = 2
const MOST_SIDE = 16_000

/** A drawn `<svg>` as a file of its own: in place of the tokens it names, their colours. */
export function standalone(svg: SVGSVGElement, palette: Palette): string {
  const text = new XMLSerializer().serializeToString(svg)
  return text.replace(/var\((--[\w-]+)\)/g, (_, token: string) =>
    token in palette ? palette[token as keyof Palette] : 'none',
  )
}

/** Lets the user choose where a picture goes, and says where it went. */
export async function savePicture(app: AppModel, name: string, kind: PictureKind, drawn: string): Promise<void> {
  const svg = await withFont(drawn)
  const contents = kind === 'svg' ? svg : await toPng(svg)
  if (contents === null) {
    return app.toasts.show({
      tone: 'warning',
      message: 'The picture is too large to be drawn.',
      detail: 'Save it as SVG, or show less.',
    })
  }
  const saved = await app.shell.saveTextFile(`${name}.${kind}`, contents, kind === 'svg' ? 'utf-8' : 'base64')
  if (!saved.ok) app.toasts.showError(saved.error)
  else if (saved.value !== null) app.toasts.show({ tone: 'done', message: `Saved to ${saved.value}.` })
}

/** With the font that its words were measured in: in a wider one they would run over each other and over edges. */
async function withFont(svg: string): Promise<string> {
  const { default: font } = await import('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?inline')
  const face = `@font-face{font-family:"Inter Variable";font-weight:100 900;src:url("${font}") format("woff2")}`
  return svg.replace('</title>', `</title><style>${face}</style>`)
}

/** An SVG as PNG in base64; null when the browser cannot draw one of that size. */
async function toPng(svg: string): Promise<string | null> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  try {
    await image.decode()
  } catch {
    return null
  }
  const density = Math.min(DENSITY, MOST_SIDE / Math.max(image.width, image.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(image.width * density)
  canvas.height = Math.round(image.height * density)
  const context = canvas.getContext('2d')
  if (!context) return null
  context.scale(density, density)
  context.drawImage(image, 0, 0)
  const url = canvas.toDataURL('image/png')
  return url.startsWith('data:image/png;base64,') ? url.slice(url.indexOf(',') + 1) : null
}
