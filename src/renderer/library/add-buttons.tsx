import { runCommand } from '../commands/run'
import { useApp } from '../state/app-context'
import { Button } from '../ui/button'

/** Adds articles: the two ways that every place with room for them offers. */
export function AddButtons() {
  const app = useApp()
  return (
    <>
      <Button look="primary" onPress={() => runCommand(app, 'article.addFiles')}>
        Add articles…
      </Button>
      <Button onPress={() => runCommand(app, 'article.paste')}>Paste…</Button>
    </>
  )
}
