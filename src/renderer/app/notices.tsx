import { CircleAlert, PlugZap, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useApp } from '../state/app-context'
import { useStore } from '../state/store'
import { Button } from '../ui/button'
import styles from './notices.module.css'

/** What is wrong with the desk as a whole, above every view until it is right again or read. */
export function Notices() {
  const app = useApp()
  const { readOnly, save, problems } = useStore(app.status, (status) => status)
  const connected = useStore(app.connected, (value) => value)
  const quiet = connected && readOnly === null && save.state !== 'failed' && problems.length === 0
  if (quiet) return null
  return (
    <section className={styles.notices} aria-label="Notices">
      {!connected && (
        <Notice
          tone="bad"
          icon={<PlugZap size={16} />}
          title="Crossread lost the connection to the desk."
          text="Everything that was shown as saved is safe on disk. Start Crossread again, or reload this page once it runs."
          action={<Button onPress={() => window.location.reload()}>Reload</Button>}
        />
      )}
      {connected && save.state === 'failed' && (
        <Notice
          tone="bad"
          icon={<CircleAlert size={16} />}
          title={`Not saved: ${save.message}`}
          text={`${save.kept} ${save.next}`}
        />
      )}
      {connected && readOnly !== null && (
        <Notice
          tone="warning"
          icon={<TriangleAlert size={16} />}
          title="This desk is read-only here."
          text={readOnly}
        />
      )}
      {problems.map((problem) => (
        <Notice
          key={problem.id}
          tone="warning"
          icon={<TriangleAlert size={16} />}
          title={problem.message}
          text={`${problem.kept} ${problem.next}`}
          action={
            <Button look="quiet" onPress={() => app.ask('desk.dismissProblem', { id: problem.id })}>
              Dismiss
            </Button>
          }
        />
      ))}
    </section>
  )
}

type NoticeProps = {
  readonly tone: 'warning' | 'bad'
  readonly icon: ReactNode
  readonly title: string
  readonly text: string
  readonly action?: ReactNode
}

function Notice({ tone, icon, title, text, action }: NoticeProps) {
  return (
    <div className={styles.notice} data-tone={tone} role="alert">
      <span className={styles.icon}>{icon}</span>
      <p className={styles.text}>
        <strong>{title}</strong> {text}
      </p>
      {action}
    </div>
  )
}
