/** The text of the clipboard where it may be read without asking the user, else null. */
export async function readClipboardQuietly(): Promise<string | null> {
  try {
    // TypeScript's list of permission names lacks this one; a browser that does not know it throws.
    const name = 'clipboard-read' as PermissionName
    const { state } = await navigator.permissions.query({ name })
    return state === 'granted' ? await navigator.clipboard.readText() : null
  } catch {
    return null
  }
}
