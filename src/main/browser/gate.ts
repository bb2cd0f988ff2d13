import { createHash, randomBytes } from 'node:crypto'

/** Who may come in: a token opens once, and leaves a cookie that opens until the app is closed. */
export type Gate = {
  /** A new token; one that was given out before and not used stops working. */
  readonly issueToken: () => string
  /** The value of a new session's cookie, or null when this is not the token. */
  readonly redeem: (token: string) => string | null
  readonly admits: (session: string | null) => boolean
}

/** 256 bits: past guessing. */
const BYTES = 32

export function createGate(): Gate {
  const secret = () => randomBytes(BYTES).toString('base64url')
  let token: string | null = null
  const sessions = new Set<string>()
  return {
    issueToken() {
      const fresh = secret()
      token = digest(fresh)
      return fresh
    },
    redeem(given) {
      if (token === null || digest(given) !== token) return null
      token = null
      const session = secret()
      sessions.add(digest(session))
      return session
    },
    admits: (session) => session !== null && sessions.has(digest(session)),
  }
}

/** Only digests are kept and compared: how long a comparison takes then says nothing of the secret. */
function digest(secret: string): string {
  return createHash('sha256').update(secret).digest('base64')
}
