import { createDispatcher, type Dispatcher, type Handlers } from '#contract/dispatcher'
import type { EventMessage } from '#contract/protocol'
import { createImporter, type Importer } from '../../import/import-files'
import { type Carrier, createCarrier } from '../carry/carrier'
import type { Desk, DeskEvent } from '../desk'
import { createTextSearch, type TextSearch } from '../search/full-text/text-search'
import { createHighlightSearch, type HighlightSearch } from '../search/search-highlights'
import { agreementHandlers } from './agreement'
import { articleHandlers } from './articles'
import { bulkHandlers } from './bulk'
import { claimHandlers } from './claims'
import { conflictHandlers } from './conflicts'
import { describeChange } from './desk-changed'
import { deskHandlers } from './desk-handlers'
import { exchangeHandlers } from './exchange'
import { createExchangeIn, type ExchangeIn } from './exchange-in'
import { graphHandlers } from './graph'
import { highlightHandlers } from './highlights'
import { historyHandlers } from './history'
import { importHandlers } from './imports'
import { linkHandlers } from './links'
import { orphanHandlers } from './orphans'
import { createPickedFiles, type PickedFiles } from './picked-files'
import { reportHandlers } from './reports'
import { revisionHandlers } from './revisions'
import { sampleHandlers } from './sample'
import { searchHandlers } from './search'
import { settingsHandlers } from './settings'
import { shellHandlers } from './shell'
import type { ShellPort } from './shell-port'
import { speakerHandlers } from './speakers'
import { createSummaries, type Summaries } from './summaries'

/** An open desk as shells serve it: what windows may call, and what they are told. */
export type DeskService = {
  readonly dispatch: Dispatcher
  /** Tells a listener every event from now on; answers how to stop. */
  readonly on: (listener: (message: EventMessage) => void) => () => void
  /** Ends its threads, once the search index is written. */
  readonly close: () => Promise<void>
}

/**
 * Serves a desk to any number of windows. The shell only carries messages to `dispatch` and events from `on`.
 *
 * @param version of the app, as status shows it
 * @param report told of exceptions, which are bugs
 * @param importWorker the bundled worker that reads files; a desk without it takes pasted text alone
 * @param searchIndex where the search index is kept between starts; null keeps none
 * @param exchangeWorker the bundled worker that reads large imports, where the build puts it unless told; null does without
 */
export function serveDesk(
  desk: Desk,
  shell: ShellPort,
  version: string,
  report: (error: unknown) => void,
  importWorker: URL | null = null,
  searchIndex: string | null = null,
  exchangeWorker: string | null | undefined = undefined,
): DeskService {
  const summaries = createSummaries(desk.records)
  const search = createHighlightSearch(desk.records)
  const textSearch = createTextSearch(desk, {
    file: searchIndex,
    report,
    tell: (data) => tell({ event: 'search.progress', data }),
  })
  const listeners = new Set<(message: EventMessage) => void>()
  const tell = (message: EventMessage) => {
    for (const listener of listeners) listener(message)
  }
  const stopListening = desk.on((event) => tell(toMessage(event, desk, summaries, [search, textSearch])))
  const carrier = createCarrier(report)
  const importer = importWorker === null ? null : createImporter(importWorker)
  const stopWarming = warmUp(search)
  const picked = createPickedFiles()
  const exchangeIn = createExchangeIn(
    desk,
    picked,
    (data) => tell({ event: 'exchange.progress', data }),
    report,
    exchangeWorker,
  )

  return {
    dispatch: createDispatcher(
      createHandlers(desk, shell, summaries, search, textSearch, version, carrier, importer, picked, exchangeIn, tell),
      report,
    ),
    on(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async close() {
      stopListening()
      stopWarming()
      listeners.clear()
      await Promise.all([importer?.close(), exchangeIn.close(), textSearch.close()]).catch(report)
    },
  }
}

function createHandlers(
  desk: Desk,
  shell: ShellPort,
  summaries: Summaries,
  search: HighlightSearch,
  textSearch: TextSearch,
  version: string,
  carrier: Carrier,
  importer: Importer | null,
  picked: PickedFiles,
  exchangeIn: ExchangeIn,
  tell: (message: EventMessage) => void,
): Handlers {
  return {
    ...deskHandlers(desk, shell, summaries, version),
    ...exchangeHandlers(desk),
    ...settingsHandlers(desk),
    ...historyHandlers(desk),
    ...articleHandlers(desk, summaries, carrier),
    ...revisionHandlers(desk, carrier, (data) => tell({ event: 'revision.progress', data })),
    ...orphanHandlers(desk, carrier),
    ...sampleHandlers(desk, summaries),
    ...highlightHandlers(desk, search),
    ...searchHandlers(textSearch),
    ...linkHandlers(desk),
    ...bulkHandlers(desk),
    ...claimHandlers(desk),
    ...exchangeIn.handlers,
    ...conflictHandlers(desk),
    ...graphHandlers(desk),
    ...speakerHandlers(desk),
    ...reportHandlers(desk),
    ...agreementHandlers(desk),
    ...importHandlers(desk, importer, picked, (data) => tell({ event: 'import.progress', data })),
    ...shellHandlers(desk, shell, picked),
  }
}

function toMessage(
  event: DeskEvent,
  desk: Desk,
  summaries: Summaries,
  searches: readonly Pick<HighlightSearch, 'update'>[],
): EventMessage {
  switch (event.type) {
    case 'changed':
      for (const search of searches) search.update(event.changeSet.changes)
      return { event: 'desk.changed', data: describeChange(event, desk.records, summaries, desk.undoState()) }
    case 'save':
      return { event: 'desk.save', data: event.save }
    case 'problems':
      return { event: 'desk.problems', data: event.problems }
    case 'settings':
      return { event: 'settings.changed', data: event.settings }
  }
}

/** Prepares the search while nothing else is to do, so that the first picker opens at once in a large desk. */
function warmUp(search: HighlightSearch): () => void {
  let timer: NodeJS.Immediate | undefined
  const step = () => {
    timer = search.warmUp() ? setImmediate(step) : undefined
    timer?.unref()
  }
  timer = setImmediate(step)
  timer.unref()
  return () => clearImmediate(timer)
}
