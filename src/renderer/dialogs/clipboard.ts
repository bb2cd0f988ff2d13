/** What was copied: its HTML where there is one, and its plain text. */
export type Clip = { readonly html: string | null; readonly text: string }

/** The clipboard where it may be read without asking the user, else null. */
export async function readClipboardQuietly(): Promise<Clip | null> {
  try {
    // TypeScript's list of permission names lacks this one; a browser that does not know it throws.
    const name = 'clipboard-read' as PermissionName
    const { state } = await navigator.permissions.query({ name })
    if (state !== 'granted') return null
    const [item] = await navigator.clipboard.read()
    const read = async (type: string) => (item?.types.includes(type) ? await (await item.getType(type)).text() : '')
    return clipOf(await read('text/html'), await read('text/plain'))
  } catch {
    return null
  }
}

/** What a paste brings; null when it is no text. */
export function clipOfPaste(data: DataTransfer): Clip | null {
  const clip = clipOf(data.getData('text/html'), data.getData('text/plain'))
  return clip.html === null && clip.text === '' ? null : clip
}

/** Editors copy plain text as HTML too: what has no paragraphs, headings or links of its own tells no more than its text. */
function clipOf(html: string, text: string): Clip {
  return { html: /<(p|h[1-6]|a|li|blockquote|article)[\s>]/i.test(html) ? html : null, text }
}
