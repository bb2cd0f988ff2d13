import type { Annotator } from '#annotations/agreement/compared'
import type { SideRef } from '#contract/agreement-methods'
import type { ComparedFile } from '#contract/agreement-views'
import { fits } from '../state/agreement'
import { sideKey } from '../state/agreement-route'
import { formatNumber } from '../ui/format'
import { nameOf } from './words'

/** Somebody who can be compared: `value` is the side as one word. */
export type SideOption = { readonly value: string; readonly side: SideRef; readonly label: string }

/** Everybody who can be compared, of this desk and of colleagues' files. */
export function everySide(annotators: readonly Annotator[], files: readonly ComparedFile[]): readonly SideOption[] {
  const option = (file: string | null, annotator: string | null, label: string): SideOption => {
    const side = { file, annotator }
    return { value: sideKey(side), side, label }
  }
  const marked = (list: readonly Annotator[]) => list.filter(({ highlights }) => highlights > 0)
  const words = ({ name, highlights }: Annotator) => `${nameOf(name)} (${formatNumber(highlights)})`
  return [
    option(null, null, 'Everyone on this desk'),
    ...annotators.map((one) => option(null, one.name, words(one))),
    ...files.flatMap(({ token, name, annotators: theirs }) => [
      option(token, null, name),
      // Of a file by one person, that person is the file.
      ...(marked(theirs).length < 2 ? [] : marked(theirs)).map((one) =>
        option(token, one.name, `${words(one)} in ${name}`),
      ),
    ]),
  ]
}

/** Who can stand at a place: whoever fits beside the others, and the others themselves, who then swap. The first is of the desk. */
export function optionsAt(place: number, sides: readonly SideRef[], all: readonly SideOption[]): readonly SideOption[] {
  const others = sides.filter((_, at) => at !== place)
  const moved = sides[place]
  return all.filter(({ side, value }) => {
    if (place === 0 && side.file !== null) return false
    const there = sides.findIndex((one) => sideKey(one) === value)
    if (there === 0) return place === 0 || moved?.file === null
    return there !== -1 || fits(side, others)
  })
}

/** The sides once one was chosen at a place. */
export function chooseSide(place: number, chosen: SideRef, sides: readonly SideRef[]): readonly SideRef[] {
  const there = sides.findIndex((side) => sideKey(side) === sideKey(chosen))
  const moved = sides[place]
  return sides.map((side, at) => (at === place ? chosen : at === there && moved ? moved : side))
}
