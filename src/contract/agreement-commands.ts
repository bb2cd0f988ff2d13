import type { Command } from './command'

const SIDES = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'] as const

/** Keeps the side of that place; letters too where there are but two, which stand left and right. */
function keep<const Digit extends string>(digit: Digit) {
  const place = Number(digit) - 1
  const letter = ['Shift+L', 'Shift+R'][place]
  return {
    id: `agreement.keep${digit}`,
    title: `Keep the ${SIDES[place] ?? digit} side`,
    section: 'Agreement',
    keys: letter === undefined ? [digit] : [digit, letter],
    when: 'disagreement',
    menu: letter === undefined ? null : 'annotate',
  } as const satisfies Command
}

/** What a curator does with the disagreement that is chosen. */
export const agreementCommands = [
  {
    id: 'agreement.next',
    title: 'Next disagreement',
    section: 'Agreement',
    keys: ['Shift+N'],
    when: 'disagreement',
    menu: 'annotate',
  },
  {
    id: 'agreement.previous',
    title: 'Previous disagreement',
    section: 'Agreement',
    keys: ['Shift+P'],
    when: 'disagreement',
    menu: 'annotate',
  },
  keep('1'),
  keep('2'),
  keep('3'),
  keep('4'),
  keep('5'),
  keep('6'),
  keep('7'),
  keep('8'),
  keep('9'),
  {
    id: 'agreement.keepAll',
    title: 'Keep all sides',
    section: 'Agreement',
    keys: ['0', 'Shift+B'],
    when: 'disagreement',
    menu: 'annotate',
  },
] as const satisfies readonly Command[]
