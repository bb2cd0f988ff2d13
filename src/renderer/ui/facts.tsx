import { Fragment } from 'react'

/** What is known of something, on one line: each in its own direction, so that a date stays whole beside an Urdu name. */
export function Facts({ of }: { readonly of: readonly (string | null | undefined)[] }) {
  return of.filter(Boolean).map((fact, at) => (
    <Fragment key={fact}>
      {at > 0 && ' · '}
      <bdi>{fact}</bdi>
    </Fragment>
  ))
}
