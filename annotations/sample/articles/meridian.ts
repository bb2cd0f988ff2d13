import { aside, h, item, p } from '../markup'
import { attribution, claim, denial, type SampleArticle } from '../sample-article'

/** The wire: first, short, and careful to say who said what. */
export const meridian: SampleArticle = {
  title: 'Tarsenia, Corvany foreign ministers do not meet at Straits Forum',
  publisher: 'Meridian News Agency',
  byline: 'Hanne Okoye and Piet Laurens',
  published: '2024-10-11',
  blocks: [
    h('Tarsenia, Corvany foreign ministers do not meet at Straits Forum'),
    p('By Hanne Okoye and Piet Laurens'),
    p('*UPDATE 2: adds comment from Corvany, dinner*'),
    p(
      '**SAINT ORRIN, Lindmark, Oct 11 (Meridian)** — The foreign ministers of Tarsenia and Corvany did not hold a meeting that had been listed for Friday on the fringes of the Straits Forum, and their governments gave different reasons.',
    ),
    p(
      'The forum’s [printed programme](https://example.org/straits-forum/programme) showed Tarsenia’s Ilse Marant and Corvany’s Anton Brezak in the Harbour Room from 17:30 to 18:15. The entry was withdrawn at 16:05 “at the request of one delegation”, the forum’s secretariat said. It did not say which.',
    ),
    p(
      'A Tarsenian official, who asked not to be named, told Meridian that the meeting was cancelled because Brezak’s aircraft landed almost three hours late. Records of Saint Orrin airport seen by Meridian show that it touched down at 15:10, fifty minutes behind schedule.',
    ),
    p(
      'Corvany’s foreign ministry said there had been nothing to cancel. “No bilateral meeting with the Tarsenian side was scheduled,” spokeswoman Lena Orsolo said in a text message.',
    ),
    p(
      'Marant’s spokesman, Joren Pask, denied that Brezak had refused to see her. “There was no refusal, there was a timetable,” he told reporters.',
    ),
    p(
      'The two ministers later sat at the same table at a dinner given by Lindmark’s president and spoke to each other, two diplomats who were present said. One of them put the conversation at “ten minutes, perhaps less”.',
    ),
    h('Background'),
    p(
      'Relations have been strained since March, when Corvany suspended 31 of the 54 licences under which Tarsenian boats fish the Hallow Bank. Tarsenia answered by stopping the night ferry between Velmar and Dunmere, which carried 210,000 passengers last year.',
    ),
    p(
      'Tarsenia wants all the licences restored before the winter season opens on 1 December. Corvany says that cod on the bank has declined by a third since 2019. The forum’s fisheries panel, on which both countries sit, puts the decline at 12 per cent.',
    ),
    h('What comes next'),
    item(
      'The forum ends on Saturday with a joint declaration. A draft seen by Meridian does not mention the Hallow Bank.',
    ),
    item('A second round of fisheries talks was due in November. No date has been announced.'),
    item('Neither minister took questions on Friday. Both are due to fly home on Saturday afternoon.'),
    aside('(Photo: Meridian/Pool)'),
    aside('Reporting by Hanne Okoye and Piet Laurens in Saint Orrin; editing by Sunniva Dahl'),
  ],
  highlights: [
    claim(
      'wire.not-held',
      'The foreign ministers of Tarsenia and Corvany did not hold a meeting that had been listed for Friday on the fringes of the Straits Forum',
      { note: 'All five papers agree on this much.' },
    ),
    claim('wire.listed', 'a meeting that had been listed for Friday'),
    claim(
      'wire.programme',
      'showed Tarsenia’s Ilse Marant and Corvany’s Anton Brezak in the Harbour Room from 17:30 to 18:15',
      { note: 'A document: the agency has seen the printed page. The strongest kind of source on this desk.' },
    ),
    attribution('wire.programme-source', 'The forum’s printed programme', 'Straits Forum programme'),
    claim('wire.withdrawn', 'The entry was withdrawn at 16:05 “at the request of one delegation”'),
    attribution('wire.secretariat', 'the forum’s secretariat said', 'Straits Forum secretariat'),
    attribution(
      'wire.official',
      'A Tarsenian official, who asked not to be named, told Meridian',
      'Tarsenian official (unnamed)',
      { note: 'One unnamed source. Perhaps the same as the Courier’s.' },
    ),
    claim('wire.cancelled-late', 'the meeting was cancelled because Brezak’s aircraft landed almost three hours late'),
    claim('wire.three-hours', 'Brezak’s aircraft landed almost three hours late', {
      note: 'Nested in the longer claim: the delay can be false even where the cancellation is true.',
    }),
    attribution('wire.airport', 'Records of Saint Orrin airport seen by Meridian show', 'Saint Orrin airport records'),
    claim('wire.landed', 'it touched down at 15:10, fifty minutes behind schedule'),
    attribution('wire.corvan-ministry', 'Corvany’s foreign ministry said', 'Corvan Foreign Ministry'),
    denial('wire.nothing-to-cancel', 'there had been nothing to cancel'),
    denial('wire.not-scheduled', '“No bilateral meeting with the Tarsenian side was scheduled,”', {
      note: 'Her words of Friday. Compare what the ministry says on Sunday.',
    }),
    attribution('wire.orsolo', 'spokeswoman Lena Orsolo said in a text message', 'Lena Orsolo'),
    attribution('wire.pask', 'Marant’s spokesman, Joren Pask, denied', 'Joren Pask'),
    denial(
      'wire.no-refusal',
      'denied that Brezak had refused to see her. “There was no refusal, there was a timetable,”',
      {
        note: 'Overlaps its attribution: the cue “denied” belongs to both.',
      },
    ),
    attribution('wire.diplomats', 'two diplomats who were present said', 'Two diplomats (unnamed)'),
    claim('wire.ten-minutes', 'the conversation at “ten minutes, perhaps less”'),
    claim('wire.suspended', 'Corvany suspended 31 of the 54 licences under which Tarsenian boats fish the Hallow Bank'),
    claim('wire.ferry-answer', 'Tarsenia answered by stopping the night ferry between Velmar and Dunmere'),
    claim('wire.third', 'cod on the bank has declined by a third since 2019'),
    attribution('wire.third-source', 'Corvany says', 'Government of Corvany'),
    claim('wire.twelve', 'puts the decline at 12 per cent'),
    claim('wire.no-date', 'No date has been announced'),
  ],
}
