import { useState } from 'react'
import { RELATIONS, type Relation, relationWords } from '#annotations/model/relation'
import { HitField } from '../linking/hit-field'
import links from '../linking/link-dialog.module.css'
import { useHits } from '../linking/use-hits'
import { useApp } from '../state/app-context'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Select } from '../ui/select'
import { doToPicked } from './do-to-picked'

const USUAL = { value: 'usual', label: 'the usual one of each pair' } as const
const OPTIONS = [USUAL, ...RELATIONS.map((value) => ({ value, label: relationWords(value, 'from') }))]

/** Picks the one highlight that all selected ones are linked to. */
export function BulkLink({ highlights, onClose }: { readonly highlights: string; readonly onClose: () => void }) {
  const app = useApp()
  const hits = useHits(null, null)
  const [relation, setRelation] = useState<Relation | 'usual'>('usual')
  const link = async () => {
    if (!hits.chosen) return
    const to = hits.chosen.id
    const done = await doToPicked(app, 'bulk.link', { to, relation: relation === 'usual' ? null : relation })
    if (done) onClose()
  }
  return (
    <Dialog title={`Link ${highlights} to…`} onClose={onClose} size="large" bare>
      <form
        className={links.form}
        onSubmit={(event) => {
          event.preventDefault()
          void link()
        }}
      >
        <div className={links.origin}>
          <span className={links.originLabel}>Link</span>
          <strong>{highlights}</strong>
        </div>
        <HitField hits={hits} from={null} onTake={link} />
        <footer className={links.footer}>
          <div className={links.last}>
            <Select label="Relation" value={relation} options={OPTIONS} onChange={setRelation} />
            <Button look="quiet" onPress={onClose}>
              Cancel
            </Button>
            <Button look="primary" type="submit" isDisabled={hits.chosen === null}>
              Link
            </Button>
          </div>
        </footer>
      </form>
    </Dialog>
  )
}
