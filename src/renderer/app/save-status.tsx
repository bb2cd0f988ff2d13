import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import { useApp } from '../state/app-context'
import { useStore } from '../state/store'
import menu from '../ui/menu.module.css'
import styles from './save-status.module.css'
import { saveWords } from './save-words'

/** Whether everything is saved, in two words; the whole story is one press away. */
export function SaveStatus() {
  const app = useApp()
  const status = useStore(app.status, (value) => value)
  const connected = useStore(app.connected, (value) => value)
  const { tone, short, sentences } = saveWords(status, connected)
  return (
    <DialogTrigger>
      <Button className={styles.status ?? ''} data-tone={tone} aria-label={`Save state: ${short}`}>
        <span className={styles.light} />
        <span className={styles.words}>{short}</span>
      </Button>
      <Popover className={`${menu.popover} ${styles.popover}`} placement="bottom end" offset={4}>
        <Dialog className={styles.story ?? ''}>
          <Heading slot="title" className={styles.title ?? ''}>
            {tone === 'bad' && status.save.state === 'failed' ? 'Not saved' : short}
          </Heading>
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <p className={styles.folder}>{status.folder}</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
