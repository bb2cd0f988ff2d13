import type { Annotator } from '#annotations/agreement/compared'
import type { AppError } from '#annotations/model/result'
import type { SideRef } from '#contract/agreement-methods'
import type { AgreementView, ComparedFile, DisagreementView } from '#contract/agreement-views'
import type { Client } from '#contract/client'
import { type AgreementPlace, ANY_AGREEMENT, sideKey } from './agreement-route'
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
      readonly sides: readonly SideRef[]
      readonly view: AgreementView
    }

export type AgreementModel = {
  readonly store: Store<AgreementState>
  /** The colleagues' files that can be compared with. */
  readonly files: Store<readonly ComparedFile[]>
  /** What the curator decided to leave as it stands: nothing of that is kept on the desk. */
  readonly settled: Store<ReadonlySet<string>>
  readonly last: Store<AgreementPlace>
  readonly load: () => Promise<void>
  /** Takes a disagreement off the list: what else follows from the decision is asked for when the curator pauses. */
  readonly decided: (one: DisagreementView) => void
  /** Keeps the numbers fresh as long as somebody looks at them; answers how to stop. */
  readonly watch: () => () => void
}

/** How long nothing must have changed before everything is counted again, in ms; where that takes longer, as long as it takes. */
const PAUSE = 500

/** How far annotators agree; asked for when it is first looked at, and again when desk or choice have changed since. */
export function createAgreement(client: Client, router: Router): AgreementModel {
  const store = createStore<AgreementState>({ state: 'loading' })
  const files = createStore<readonly ComparedFile[]>([])
  const settled = createStore<ReadonlySet<string>>(new Set())
  const last = createStore<AgreementPlace>(ANY_AGREEMENT)
  let stale = true
  let watchers = 0
  let took = 0
  let asking: Promise<void> | null = null

  const ask = async () => {
    while (stale) {
      stale = false
      const since = performance.now()
      store.set(await answer(client, last.get(), files.get()))
      took = performance.now() - since
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
    if (before.sides.map(sideKey).join('\n') === route.sides.map(sideKey).join('\n')) return
    stale = true
    settled.set(new Set())
    if (watchers > 0) void load()
  }
  router.route.subscribe(note)
  note()
  let timer: ReturnType<typeof setTimeout> | undefined
  client.on('desk.changed', ({ kind }) => {
    stale = true
    clearTimeout(timer)
    if (watchers === 0) return
    // Undo is looked at anew at once; somebody who decides one after the other does not wait for numbers.
    if (kind === 'do') timer = setTimeout(() => watchers > 0 && void load(), Math.max(PAUSE, took))
    else void load()
  })
  return {
    store,
    files,
    settled,
    last,
    load,
    decided(one) {
      store.set((state) => {
        if (state.state !== 'ready') return state
        const disagreements = state.view.disagreements.filter((other) => other !== one)
        return { ...state, view: { ...state.view, disagreements } }
      })
    },
    watch() {
      watchers += 1
      if (stale) void load()
      return () => {
        watchers -= 1
      }
    },
  }
}

async function answer(client: Client, place: AgreementPlace, files: readonly ComparedFile[]): Promise<AgreementState> {
  const found = await client.call('agreement.annotators', {})
  if (!found.ok) return { state: 'failed', error: found.error }
  const annotators = found.value.filter(({ highlights }) => highlights > 0)
  const sides = sidesOf(place.sides, annotators, files)
  if (sides === null) return { state: 'alone', annotators }
  const compared = await client.call('agreement.compare', { sides })
  return compared.ok
    ? { state: 'ready', annotators, sides, view: compared.value }
    : { state: 'failed', error: compared.error }
}

/**
 * The sides that a place means: who is not there any more is left out, and the busiest of the desk take the places that are
 * empty until there are two. Null when there are not two.
 */
export function sidesOf(
  wanted: readonly SideRef[],
  annotators: readonly Annotator[],
  files: readonly ComparedFile[],
): readonly SideRef[] | null {
  const sides: SideRef[] = []
  const isThere = ({ file, annotator }: SideRef) => {
    const there = file === null ? annotators : files.find(({ token }) => token === file)?.annotators
    return there !== undefined && (annotator === null || there.some(({ name }) => name === annotator))
  }
  for (const side of wanted) if (isThere(side) && fits(side, sides)) sides.push(side)
  const ofDesk = sides.filter(({ file }) => file === null)
  const ofFiles = sides.filter(({ file }) => file !== null)
  if (ofFiles.length > 0) return [...(ofDesk.length > 0 ? ofDesk : [EVERYONE]), ...ofFiles]
  if (ofDesk.some(({ annotator }) => annotator === null)) return sidesOf([], annotators, files)
  for (const { name } of annotators) {
    const side = { file: null, annotator: name }
    if (ofDesk.length < 2 && fits(side, ofDesk)) ofDesk.push(side)
  }
  return ofDesk.length < 2 ? null : ofDesk
}

/** Everybody of the desk, as one side. */
export const EVERYONE: SideRef = { file: null, annotator: null }

/** Whether a side can stand beside others: nobody is compared with themselves, nor with everyone where they are one of them. */
export function fits({ file, annotator }: SideRef, others: readonly SideRef[]): boolean {
  return others.every(
    (other) => other.file !== file || (other.annotator !== annotator && other.annotator !== null && annotator !== null),
  )
}

/** The disagreements that are still to be looked at, and the one that is chosen: another when it was just decided. */
export function openDisagreements(
  state: AgreementState,
  settled: ReadonlySet<string>,
  { at, tags }: Pick<AgreementPlace, 'at' | 'tags'>,
): { readonly open: readonly DisagreementView[]; readonly chosen: DisagreementView | null } {
  if (state.state !== 'ready') return { open: [], chosen: null }
  const all = state.view.disagreements
  const isOpen = ({ standing, sides }: DisagreementView) =>
    !settled.has(standing) && (tags.length === 0 || sides.flat().some(({ tag }) => tags.includes(tag)))
  const open = all.filter(isOpen)
  const place = all.findIndex(({ id }) => id === at)
  const next = all.find((one, index) => index >= Math.max(place, 0) && isOpen(one))
  return { open, chosen: next ?? open.at(-1) ?? null }
}
