import type { AppError } from '#annotations/model/result'
import { errorText } from '../state/app-model'
import { Button } from './button'
import { Empty } from './empty'

/** A view whose content could not be had: what failed, why, and the way to ask again. */
export function Failed({
  title,
  error,
  onRetry,
  level = 1,
}: {
  readonly title: string
  readonly error: AppError
  readonly onRetry: () => void
  /** Of its heading: 2 where the view has one of its own above it. */
  readonly level?: 1 | 2
}) {
  return (
    <Empty level={level} title={title} actions={<Button onPress={onRetry}>Try again</Button>}>
      {errorText(error)}
    </Empty>
  )
}
