import { Search } from 'lucide-react'
import { useState } from 'react'
import {
  Autocomplete,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Text,
  TextField,
} from 'react-aria-components'
import { articleIdSchema } from '#annotations/model/ids'
import { isCommandId } from '#contract/commands'
import type { ArticleSummary } from '#contract/views'
import { isAvailable } from '../commands/available'
import { shownKeys } from '../commands/keys'
import { runCommand } from '../commands/run'
import { sortArticles } from '../library/rows'
import { useApp } from '../state/app-context'
import type { AppModel } from '../state/app-model'
import { Dialog } from '../ui/dialog'
import { Facts } from '../ui/facts'
import { formatPublished } from '../ui/format'
import { Keys } from '../ui/keys'
import menu from '../ui/menu.module.css'
import styles from './palette.module.css'
import { findEntries, indexPalette, type PaletteCommand } from './palette-entries'

/** Every command that can do something now, and every article, by a few letters. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const app = useApp()
  // Taken once: opening the palette must not change what is offered in it.
  const [index] = useState(() => indexOf(app))
  const [query, setQuery] = useState('')
  const { commands, articles } = findEntries(index, query)
  const choose = (key: string) => {
    onClose()
    const article = articleIdSchema.safeParse(key)
    if (article.success) app.router.go({ view: 'article', id: article.data, highlight: null })
    else if (isCommandId(key)) runCommand(app, key)
  }
  return (
    <Dialog title="Command palette" size="medium" bare onClose={onClose}>
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <TextField aria-label="Search or run a command" autoFocus className={styles.search ?? ''}>
          <Search size={16} aria-hidden="true" />
          <Input
            role="combobox"
            aria-expanded="true"
            className={styles.input ?? ''}
            placeholder="Search articles or run a command"
            dir="auto"
          />
        </TextField>
        <ListBox
          aria-label="Commands and articles"
          className={styles.list ?? ''}
          onAction={(key) => choose(String(key))}
          renderEmptyState={() => <p className={styles.none}>No command or article has these letters.</p>}
        >
          {commands.length > 0 && (
            <ListBoxSection id="commands">
              <Header className={menu.heading ?? ''}>Commands</Header>
              {commands.map((entry) => (
                <CommandItem key={entry.command.id} entry={entry} />
              ))}
            </ListBoxSection>
          )}
          {articles.length > 0 && (
            <ListBoxSection id="articles">
              <Header className={menu.heading ?? ''}>Articles</Header>
              {articles.map((summary) => (
                <ArticleItem key={summary.article.id} summary={summary} />
              ))}
            </ListBoxSection>
          )}
        </ListBox>
      </Autocomplete>
    </Dialog>
  )
}

function CommandItem({ entry: { command, title } }: { readonly entry: PaletteCommand }) {
  return (
    <ListBoxItem id={command.id} textValue={title} className={menu.item ?? ''}>
      <Text slot="label" className={styles.label ?? ''} dir="auto">
        {title}
      </Text>
      <Keys parts={shownKeys(command) ?? []} />
    </ListBoxItem>
  )
}

function ArticleItem({ summary: { article } }: { readonly summary: ArticleSummary }) {
  const { publisher, published } = article
  return (
    <ListBoxItem id={article.id} textValue={article.title} className={menu.item ?? ''}>
      <Text slot="label" className={styles.article ?? ''} dir="auto">
        {article.title}
      </Text>
      {(publisher || published) && (
        <Text slot="description" className={styles.origin ?? ''} dir="auto">
          <Facts of={[publisher, published && formatPublished(published)]} />
        </Text>
      )}
    </ListBoxItem>
  )
}

function indexOf(app: AppModel) {
  const library = app.library.store.get()
  const articles = library.state === 'ready' ? library.articles.values() : []
  return indexPalette(
    (command) => isAvailable(app, command),
    app.status.get().undo,
    sortArticles(articles, { column: 'published', descending: true }),
  )
}
