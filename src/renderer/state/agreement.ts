import type { Annotator } from '#annotations/agreement/compared'
import type { AppError } from '#annotations/model/result'
import type { Kept, Sides } from '#contract/agreement-methods'
import type { AgreementView, ComparedFile, DisagreementView } from '#contract/agreement-views'
import type { Client } from '#contract/client'
import { type AgreementPlace, ANY_AGREEMENT } from './agreement-route'
import type { Router } from './route'
import { createStore, type Store } from './store'

export type AgreementState =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: AppError }
  /** There are not two sides to compare. */
  | { readonly state: 'alone'; readonly annotators: readonly Annotator[] }
  | {
      readonly state: 'ready'
      readonly annotators: readonly Annotator[]
      readonly sides: Sides
      readonly view: AgreementView
    }

export type AgreementModel = {
  readonly store: Store<AgreementState>
  /** The colleague's file that is compared with. */
  readonly file: Store<ComparedFile | null>
  /** What the curator decided to leave as it is, by `standingOf`: nothing of that is kept on the desk. */
  readonly settled: Store<ReadonlySet<string>>
  readonly last: Store<AgreementPlace>
  readonly load: () => Promise<void>
  /** Keeps the numbers fresh as long as somebody looks at them; answers how to stop. */
  readonly watch: () => () => void
}

/** How far annotators agree; asked for when it is first looked at, and again when desk or choice have changed since. */
export function createAgreement(client: Client, router: Router): AgreementModel {
  const store = createStore<AgreementState>({ state: 'loading' })
  const file = createStore<ComparedFile | null>(null)
  const settled = createStore<ReadonlySet<string>>(new Set())
  const last = createStore<AgreementPlace>(ANY_AGREEMENT)
  let stale = true
  let watchers = 0
  let asking: Promise<void> | null = null

  const ask = async () => {
    while (stale) {
      stale = false
      store.set(await answer(client, last.get(), file.get()))
    }
    asking = null
  }
  const load = () => {
    stale = true
    asking ??= ask()
    return asking
  }
  const note = () => {
    const route = router.route.get()
    if (route.view !== 'agreement') return
    const before = last.get()
    last.set(route)
    const same = before.left === route.left && before.right === route.right && before.file === route.file
    if (same) return
    stale = true
    settled.set(new Set())
    if (watchers > 0) void load()
  }
  router.route.subscribe(note)
  note()
  client.on('desk.changed', () => {
    stale = true
    if (watchers > 0) void load()
  })
  return {
    store,
    file,
    settled,
    last,
    load,
    watch() {
      watchers += 1
      if (stale) void load()
      return () => {
        watchers -= 1
      }
    },
  }
}

async function answer(client: Client, place: AgreementPlace, file: ComparedFile | null): Promise<AgreementState> {
  const found = await client.call('agreement.annotators', {})
  if (!found.ok) return { state: 'failed', error: found.error }
  const annotators = found.value.filter(({ highlights }) => highlights > 0)
  const sides = sidesOf(place, annotators, file)
  if (sides === null) return { state: 'alone', annotators }
  const compared = await client.call('agreement.compare', sides)
  return compared.ok
    ? { state: 'ready', annotators, sides, view: compared.value }
    : { state: 'failed', error: compared.error }
}

/** The sides that a place means: who is not on the desk any more, or not chosen yet, gives way to the busiest. */
export function sidesOf(
  place: Pick<AgreementPlace, 'left' | 'right' | 'file'>,
  annotators: readonly Annotator[],
  file: ComparedFile | null,
): Sides | null {
  const named = (name: string | null, list: readonly Annotator[]) =>
    list.some((one) => one.name === name) ? name : null
  if (place.file !== null && file?.token === place.file) {
    return { left: named(place.left, annotators), right: named(place.right, file.annotators), file: file.token }
  }
  const left = named(place.left, annotators) ?? annotators.find(({ name }) => name !== place.right)?.name
  const right = named(place.right, annotators) ?? annotators.find(({ name }) => name !== left)?.name
  if (left === undefined || right === undefined || left === right) return null
  return { left, right, file: null }
}

/** A disagreement as it stands now: what undo makes of it is another, and is to be looked at again. */
export function standingOf({ id, kind }: Pick<DisagreementView, 'id' | 'kind'>): string {
  return `${kind} ${id}`
}

/** As what else a decided disagreement may stand: what is kept of one side is then marked by that side alone. */
export function leftStanding(one: DisagreementView, keep: Kept): readonly string[] {
  const alone = (side: 'left' | 'right') =>
    one[side].map(({ id }) => standingOf({ id: `${side}-${id}`, kind: `${side}-only` }))
  return [...(keep === 'right' ? [] : alone('left')), ...(keep === 'left' ? [] : alone('right'))]
}

/** The disagreements that are still to be looked at, and the one that is chosen: another when it was just decided. */
export function openDisagreements(
  state: AgreementState,
  settled: ReadonlySet<string>,
  at: string | null,
): { readonly open: readonly DisagreementView[]; readonly chosen: DisagreementView | null } {
  if (state.state !== 'ready') return { open: [], chosen: null }
  const all = state.view.disagreements
  const open = all.filter((one) => !settled.has(standingOf(one)))
  const place = all.findIndex(({ id }) => id === at)
  const next = all.find((one, index) => index >= Math.max(place, 0) && !settled.has(standingOf(one)))
  return { open, chosen: next ?? open.at(-1) ?? null }
}
