import { aside, h, p, q } from '../markup'
import { attribution, claim, denial, type SampleArticle } from '../sample-article'

/** The host country's paper, three days on: it asks again, and both capitals change their words. */
export const observer: SampleArticle = {
  title: 'What became of the forty-five minutes in the Harbour Room',
  publisher: 'The Orrin Observer',
  byline: 'Ragna Solvei, Foreign Editor',
  published: '2024-10-14',
  blocks: [
    h('What became of the forty-five minutes in the Harbour Room'),
    p('By Ragna Solvei, Foreign Editor'),
    aside('The Harbour Room on Friday evening, laid for two delegations. (Image: Observer/Tove Lindqvist)'),
    p(
      '**SAINT ORRIN, 14 October 2024** — Three days after the meeting that was or was not cancelled, one thing can be said with some confidence: it was scheduled.',
    ),
    p(
      'Maud Ellery, the secretary-general of the Straits Forum, told the *Observer* on Sunday that both delegations had confirmed the appointment in writing, Corvany on 4 October and Tarsenia on 7 October. “I have both letters on my desk,” she said. It was the Corvan delegation, she added, that asked for the entry to be struck out.',
    ),
    p(
      'Dunmere has since changed its words. In a statement on Sunday evening its Foreign Ministry said that a meeting “had been pencilled in at the level of officials”, and it denied ever having said otherwise. On Friday its spokeswoman, Lena Orsolo, had written to reporters that no bilateral meeting was scheduled.',
    ),
    h('The aeroplane'),
    p(
      'The late arrival explains little. The airport’s log, which we too have seen, puts the landing at 15:10, against a planned time of 14:20. That is neither the “almost three hours” of which Tarsenian officials spoke nor the punctual landing on which Dunmere insists. Velmar has corrected itself a little: the delay was “one reason among several”, Joren Pask, the spokesman of its Foreign Ministry, said on Sunday. He did not name the others.',
    ),
    h('The dinner'),
    p(
      'Three guests who sat at the table agree that the two ministers talked for about twelve minutes, longer than Dunmere’s five and shorter than Velmar’s twenty. Mr Brezak did invite Ms Marant, they say, though in the words “some day, when the cod permits”.',
    ),
    p(
      'Was a bargain struck? On Saturday *The Velmar Courier* wrote that forty licences would be restored, although only thirty-one had been suspended. Mr Pask has now withdrawn the figure. Nothing had been agreed, he said, except that officials of both sides would meet in Saint Orrin on 21 November. Ms Orsolo confirmed the date within the hour. It is the first fact on which the two capitals have agreed all week.',
    ),
    q(
      '“They were closer to each other on Friday than at any time since March. Then each went home and told the story that home wanted to hear.”',
    ),
    p('So Ms Ellery sums it up, and she has watched eleven of these forums.'),
    h('The refusal'),
    p(
      'Nor does the version of Tobias Rehn, the leader of Tarsenia’s opposition, fare well. Nobody in her building heard Mr Brezak refuse to meet anyone, Ms Ellery said; what she received was a note of two lines that gave no reason. Of an offer about the ferry she knows nothing. Mr Rehn stands by every word, his office said.',
    ),
    p(
      'What remains is arithmetic. The forum’s fisheries panel will publish a new count of the cod on 2 December, a day after the winter season opens. Its last report put the decline on the Hallow Bank at 12 per cent, not at the third of which Corvany speaks. The panel’s chair says that both figures can be defended, since they count different fish.',
    ),
  ],
  highlights: [
    claim('observer.scheduled', 'it was scheduled', { note: 'The paper’s own finding, resting on the letters below.' }),
    attribution(
      'observer.ellery',
      'Maud Ellery, the secretary-general of the Straits Forum, told the Observer on Sunday',
      'Maud Ellery',
    ),
    claim(
      'observer.letters',
      'both delegations had confirmed the appointment in writing, Corvany on 4 October and Tarsenia on 7 October',
    ),
    claim('observer.corvany-confirmed', 'Corvany on 4 October', {
      note: 'Nested: the date that breaks the story of a meeting “never planned”.',
    }),
    claim('observer.struck-out', 'It was the Corvan delegation, she added, that asked for the entry to be struck out', {
      note: 'The cue stands in the middle of the claim, so it is highlighted inside it.',
    }),
    attribution('observer.ellery-added', 'she added', 'Maud Ellery'),
    attribution('observer.statement', 'its Foreign Ministry said', 'Corvan Foreign Ministry'),
    claim('observer.pencilled', 'a meeting “had been pencilled in at the level of officials”'),
    denial('observer.never-otherwise', 'it denied ever having said otherwise', {
      note: 'It did say otherwise: see the wire of Friday.',
    }),
    claim('observer.log', 'puts the landing at 15:10, against a planned time of 14:20'),
    attribution('observer.log-source', 'The airport’s log, which we too have seen', 'Saint Orrin airport records'),
    claim('observer.one-reason', 'the delay was “one reason among several”'),
    attribution('observer.pask', 'Joren Pask, the spokesman of its Foreign Ministry, said on Sunday', 'Joren Pask'),
    attribution('observer.guests', 'Three guests who sat at the table agree', 'Three dinner guests (unnamed)'),
    claim('observer.twelve-minutes', 'the two ministers talked for about twelve minutes'),
    claim('observer.invited', 'Mr Brezak did invite Ms Marant'),
    claim('observer.only-31', 'only thirty-one had been suspended'),
    denial('observer.figure-withdrawn', 'Mr Pask has now withdrawn the figure'),
    denial('observer.nothing-agreed', 'Nothing had been agreed'),
    attribution('observer.pask-said', 'he said, except', 'Joren Pask'),
    claim('observer.november', 'officials of both sides would meet in Saint Orrin on 21 November'),
    attribution('observer.orsolo', 'Ms Orsolo confirmed the date within the hour', 'Lena Orsolo'),
    denial('observer.nobody-heard', 'Nobody in her building heard Mr Brezak refuse to meet anyone'),
    attribution('observer.ellery-said', 'Ms Ellery said', 'Maud Ellery'),
    claim('observer.rehn-stands', 'Mr Rehn stands by every word'),
    claim('observer.twelve-percent', 'Its last report put the decline on the Hallow Bank at 12 per cent'),
    claim('observer.both-defended', 'both figures can be defended, since they count different fish'),
  ],
}
