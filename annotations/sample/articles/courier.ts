import { aside, h, p, q } from '../markup'
import { attribution, claim, denial, type SampleArticle } from '../sample-article'

const DISMISSAL =
  'The same official dismissed reports of a rift between the two capitals, and said it was untrue that Mr Brezak had refused to meet Ms Marant. “One should not read a policy into an air traffic delay,” the official remarked, speaking on condition of anonymity.'

/** The stately daily of one capital, close to its ministry. One paragraph was pasted twice. */
export const courier: SampleArticle = {
  title: 'Late arrival, not ill will, kept ministers apart, Velmar says',
  publisher: 'The Velmar Courier',
  byline: 'Edda Vikander, Diplomatic Correspondent',
  published: '2024-10-12',
  blocks: [
    h('Late arrival, not ill will, kept ministers apart, Velmar says'),
    p('*Marant is invited to Dunmere as the two sides look for a way out of the licence quarrel*'),
    p('By Edda Vikander, Diplomatic Correspondent'),
    aside(
      'Foreign Minister Ilse Marant at the opening of the Straits Forum on Friday. (Image: Ministry of Foreign Affairs, Velmar)',
    ),
    p(
      '**SAINT ORRIN:** Corvany’s foreign minister, Anton Brezak, has invited his Tarsenian counterpart, Ilse Marant, to Dunmere before the end of November, a senior official of the Foreign Ministry told the *Courier* on Friday night. It would be the first such visit since the quarrel over the Hallow Bank began.',
    ),
    p(
      'The invitation was made over dinner, where, according to the official, the two ministers “talked warmly and at length, for a good twenty minutes”. A formal meeting arranged for half past five had been cancelled that afternoon because Mr Brezak’s aircraft was late in reaching Saint Orrin.',
    ),
    p(DISMISSAL),
    { ...p(DISMISSAL), aside: true },
    h('Ferry may sail again'),
    p(
      'The ministers had agreed in principle to bring back the night ferry on 1 December, the official said, and Corvany would in return restore forty of the suspended licences. A joint working group is to settle the details.',
    ),
    p(
      'Joren Pask, the ministry’s spokesman, was more guarded. He confirmed that an invitation had been received and would be studied, but would not be drawn on numbers.',
    ),
    p(
      'Ms Marant met all the other heads of delegation in the course of the day, the ministry said, including those of Lindmark, Easterholm and the Skerries. The talks with Easterholm ran over by half an hour.',
    ),
    q(
      '“A chair left empty for an afternoon is not a closed door. We spoke, we shall speak again, and the boats will go out.”',
    ),
    p('The minister made the remark to this newspaper as she left the dinner.'),
    p(
      'Among the fishermen of Velmar the news was greeted with caution. “We have heard of working groups before,” said Gunvor Tveit, who chairs the skippers’ association. Its members had lost 46 million crowns since March, she said.',
    ),
    p(
      'The Civic Union, the largest party of the opposition, called the day a humiliation. The ministry denied that Ms Marant’s aides had offered concessions in advance in order to win the meeting.',
    ),
    aside(
      'Also read: [Skippers march on the ministry as the ban enters its seventh month](https://example.org/courier/skippers)',
    ),
  ],
  highlights: [
    claim(
      'courier.invited',
      'Corvany’s foreign minister, Anton Brezak, has invited his Tarsenian counterpart, Ilse Marant, to Dunmere before the end of November',
    ),
    attribution(
      'courier.official',
      'a senior official of the Foreign Ministry told the Courier on Friday night',
      'Tarsenian official (unnamed)',
      { note: 'Carries most of this article alone.' },
    ),
    attribution('courier.official-dinner', 'according to the official', 'Tarsenian official (unnamed)'),
    claim('courier.twenty-minutes', 'the two ministers “talked warmly and at length, for a good twenty minutes”'),
    claim(
      'courier.cancelled-late',
      'A formal meeting arranged for half past five had been cancelled that afternoon because Mr Brezak’s aircraft was late in reaching Saint Orrin',
      { note: 'In the paper’s own voice: nobody is named for it.' },
    ),
    claim('courier.arranged', 'A formal meeting arranged for half past five'),
    attribution('courier.dismisses', 'The same official dismissed', 'Tarsenian official (unnamed)', { occurrence: 1 }),
    denial('courier.no-rift', 'dismissed reports of a rift between the two capitals', { occurrence: 1 }),
    denial('courier.no-refusal', 'it was untrue that Mr Brezak had refused to meet Ms Marant', { occurrence: 1 }),
    denial('courier.no-refusal-again', 'it was untrue that Mr Brezak had refused to meet Ms Marant', {
      occurrence: 2,
      note: 'The paragraph stands in the paper twice. The same sentence twice is no second source.',
    }),
    attribution('courier.official-ferry', 'the official said', 'Tarsenian official (unnamed)'),
    claim('courier.ferry-back', 'The ministers had agreed in principle to bring back the night ferry on 1 December'),
    claim('courier.forty', 'Corvany would in return restore forty of the suspended licences', {
      note: 'Forty of thirty-one? The wire counts 31 suspended licences.',
    }),
    attribution('courier.pask', 'He confirmed', 'Joren Pask'),
    claim('courier.invitation-received', 'an invitation had been received and would be studied'),
    claim('courier.met-all', 'Ms Marant met all the other heads of delegation in the course of the day'),
    attribution('courier.ministry', 'the ministry said', 'Tarsenian Foreign Ministry'),
    attribution('courier.tveit', 'said Gunvor Tveit, who chairs the skippers’ association', 'Gunvor Tveit'),
    claim('courier.losses', 'Its members had lost 46 million crowns since March'),
    denial('courier.no-concessions', 'denied that Ms Marant’s aides had offered concessions in advance'),
  ],
}
