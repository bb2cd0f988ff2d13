import { LinkDialog } from '../linking/link-dialog'
import { useApp } from '../state/app-context'
import { useStore } from '../state/store'

/** Draws the dialog that is open. */
export function DialogHost() {
  const app = useApp()
  const open = useStore(app.dialog, (dialog) => dialog)
  const close = () => app.dialog.set(null)
  switch (open?.kind) {
    case 'link':
      return <LinkDialog from={open.from} onClose={close} />
    default:
      return null
  }
}
