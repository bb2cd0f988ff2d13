import type { HighlightId } from '#annotations/model/ids'
import { Dialog } from '../ui/dialog'

export function LinkDialog({ onClose }: { readonly from: HighlightId; readonly onClose: () => void }) {
  return (
    <Dialog title="Link to" onClose={onClose}>
      {null}
    </Dialog>
  )
}
