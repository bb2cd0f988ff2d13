/**
 * A page of ours to show in a frame: its style element gets the nonce of this window, whose policy holds in the frame too and
 * allows no other.
 */
export function allowStyle(html: string): string {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce
  return nonce ? html.replace('<style>', `<style nonce="${nonce}">`) : html
}
