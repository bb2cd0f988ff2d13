import type { AppError } from '#annotations/model/result'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'

/** The page when the desk could not be reached at all. */
export function StartFailed({ error }: { readonly error: AppError }) {
  return (
    <Empty
      title="Crossread could not open the desk"
      actions={
        <Button look="primary" onPress={() => window.location.reload()}>
          Try again
        </Button>
      }
    >
      <p>{error.message}</p>
      {error.kept && <p>{error.kept}</p>}
      {error.next && <p>{error.next}</p>}
    </Empty>
  )
}
