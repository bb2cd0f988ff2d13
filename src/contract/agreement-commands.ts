import type { Command } from './commands'

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
  {
    id: 'agreement.left',
    title: 'Keep the left side',
    section: 'Agreement',
    keys: ['Shift+L'],
    when: 'disagreement',
    menu: 'annotate',
  },
  {
    id: 'agreement.right',
    title: 'Keep the right side',
    section: 'Agreement',
    keys: ['Shift+R'],
    when: 'disagreement',
    menu: 'annotate',
  },
  {
    id: 'agreement.both',
    title: 'Keep both sides',
    section: 'Agreement',
    keys: ['Shift+B'],
    when: 'disagreement',
    menu: 'annotate',
  },
] as const satisfies readonly Command[]
