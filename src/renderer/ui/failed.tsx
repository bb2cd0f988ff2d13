import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import type { AppError } from '#annotations/model/result'
import { errorText } from '../state/app-model'
import { Button } from './button'
import { Empty } from './empty'

type FailureProps = {
  readonly error: AppError
  /** Resolves when the answer is there, whatever it is. */
  readonly onRetry: () => unknown
  /** What else can be done. */
  readonly actions?: ReactNode
}

/** A view whose content could not be had: what failed, why, and the way to ask again. */
export function Failed({
  title,
  level = 1,
  ...failure
}: FailureProps & {
  readonly title: string
  /** Of its heading: 2 where the view has one of its own above it. */
  readonly level?: 1 | 2
}) {
  const { words, actions } = useFailure(failure)
  return (
    <Empty level={level} title={title} actions={actions}>
      {words}
    </Empty>
  )
}

/** A part of a view that could not be had, below the heading that it has all the same. */
export function FailedPart({ className, ...failure }: FailureProps & { readonly className?: string | undefined }) {
  const { words, actions } = useFailure(failure)
  return (
    <div className={className}>
      {words}
      {actions}
    </div>
  )
}

/**
 * What went wrong in words that are read out, each time anew, and the button that asks again, unless what is not there was asked
 * for. It says while it asks, keeps the focus meanwhile, and leaves it to what it stood in once the answer is there.
 */
function useFailure({ error, onRetry, actions }: FailureProps): { words: ReactNode; actions: ReactNode } {
  const button = useRef<HTMLButtonElement>(null)
  const [isTrying, setTrying] = useState(false)
  useLayoutEffect(() => {
    const own = button.current
    const around = own?.closest<HTMLElement>('[tabindex="-1"]')
    return () => {
      if (document.activeElement === own) around?.focus({ preventScroll: true })
    }
  }, [])
  const retry = async () => {
    setTrying(true)
    await onRetry()
    setTrying(false)
  }
  return {
    words: (
      <p key={isTrying ? 'trying' : 'failed'} role={isTrying ? undefined : 'alert'}>
        {errorText(error)}
      </p>
    ),
    actions: (
      <>
        {error.code !== 'not-found' && (
          <Button ref={button} onPress={retry} isBusy={isTrying}>
            {isTrying ? 'Trying again…' : 'Try again'}
          </Button>
        )}
        {actions}
      </>
    ),
  }
}
