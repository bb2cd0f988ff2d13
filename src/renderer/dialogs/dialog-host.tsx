import { assertNever } from '#annotations/model/result'
import { BulkDialog } from '../bulk/bulk-dialog'
import { LinkDialog } from '../linking/link-dialog'
import { ReportDialog } from '../report/report-dialog'
import { RevisionDialog } from '../revisions/revision-dialog'
import { useApp } from '../state/app-context'
import { useStore } from '../state/store'
import { AddDialog } from './add-dialog'
import { AnnotatorDialog } from './annotator-dialog'
import { DetailsDialog } from './details-dialog'
import { ExportDialog } from './export-dialog'
import { ImportDialog } from './import-dialog'
import { PageDialog } from './page-dialog'
import { Palette } from './palette'
import { PasteDialog } from './paste-dialog'
import { SettingsDialog } from './settings-dialog'
import { ShortcutsDialog } from './shortcuts-dialog'

/** Draws the dialog that is open. */
export function DialogHost() {
  const app = useApp()
  const open = useStore(app.dialog, (dialog) => dialog)
  const close = () => app.dialog.set(null)
  if (open === null) return null
  switch (open.kind) {
    case 'annotator':
      return <AnnotatorDialog onClose={close} />
    case 'palette':
      return <Palette onClose={close} />
    case 'shortcuts':
      return <ShortcutsDialog onClose={close} />
    case 'settings':
      return <SettingsDialog onClose={close} />
    case 'paste':
      return <PasteDialog onClose={close} />
    case 'add':
      return <AddDialog source={open.source} onClose={close} />
    case 'page':
      return <PageDialog url={open.url} onClose={close} />
    case 'details':
      return <DetailsDialog article={open.article} onClose={close} />
    case 'revision':
      return <RevisionDialog article={open.article} onClose={close} />
    case 'export':
      return <ExportDialog onClose={close} />
    case 'bulk':
      return <BulkDialog what={open.what} onClose={close} />
    case 'report':
      return <ReportDialog claim={open.claim} onClose={close} />
    case 'import':
      return <ImportDialog source={open.source} onClose={close} />
    case 'link':
      return <LinkDialog from={open.from} onClose={close} />
    case 'join':
    case 'follow':
      // Drawn beside the article, at the card or passage that they are about.
      return null
    default:
      return assertNever(open)
  }
}
