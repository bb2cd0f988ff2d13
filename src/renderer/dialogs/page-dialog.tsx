import { useState } from 'react'
import { useApp } from '../state/app-context'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import styles from './form.module.css'

/** Asks for the address of a web page: the only thing that Crossread ever fetches, and only now. */
export function PageDialog({ url, onClose }: { readonly url: string; readonly onClose: () => void }) {
  const app = useApp()
  const [address, setAddress] = useState(url)
  const [error, setError] = useState<string | null>(null)
  const fetchIt = () => {
    const wanted = address.trim()
    if (!/^https?:\/\//i.test(wanted) || !URL.canParse(wanted)) {
      return setError('An address starts with http:// or https://.')
    }
    app.dialog.set({ kind: 'add', source: { kind: 'page', url: wanted } })
  }
  return (
    <Dialog
      title="Add web page"
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" onPress={fetchIt} isDisabled={address.trim() === ''}>
            Fetch
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          fetchIt()
        }}
      >
        <Field
          label="Address of the page"
          type="url"
          placeholder="https://"
          value={address}
          onChange={(next) => {
            setAddress(next)
            setError(null)
          }}
          error={error}
          hint="Crossread asks for this page alone, without its pictures and scripts, and shows it before anything is saved."
          autoFocus
        />
      </form>
    </Dialog>
  )
}
