import type { ClaimRow } from '#annotations/dossiers/claim-row'
import type { Client } from '#contract/client'
import { ALL_CLAIMS, type ClaimsPlace } from './claims-route'
import { createLast, createLive, type Live } from './live'
import type { Router } from './route'
import type { Store } from './store'

/** Every story of the desk, and how the list of them was looked at last. */
export type Claims = Live<readonly ClaimRow[]> & { readonly last: Store<ClaimsPlace> }

export function createClaims(client: Client, router: Router): Claims {
  return { ...createLive(client, 'claim.list', {}), last: createLast<'claims'>(router, ALL_CLAIMS) }
}
