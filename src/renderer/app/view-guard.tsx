import { Component, type ReactNode } from 'react'
import { runCommand } from '../commands/run'
import { useApp } from '../state/app-context'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'

type Props = { readonly children: ReactNode }
type State = { readonly isBroken: boolean }

/** Keeps the rest of the window going when a view throws, or its code cannot be read. React has this only as a class. */
export class ViewGuard extends Component<Props, State> {
  override state: State = { isBroken: false }

  static getDerivedStateFromError(): State {
    return { isBroken: true }
  }

  override render() {
    return this.state.isBroken ? <Broken /> : this.props.children
  }
}

function Broken() {
  const app = useApp()
  return (
    <Empty
      title="This view cannot be shown"
      actions={
        <>
          <Button look="primary" onPress={() => window.location.reload()}>
            Reload
          </Button>
          <Button onPress={() => runCommand(app, 'view.library')}>Go to the library</Button>
        </>
      }
    >
      Something went wrong inside Crossread. Everything that was shown as saved is safe on disk. Reload the window; if
      it happens again, go on in another view and report it.
    </Empty>
  )
}
