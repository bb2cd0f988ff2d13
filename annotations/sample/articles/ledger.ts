import { aside, h, p } from '../markup'
import { attribution, claim, denial, type SampleArticle } from '../sample-article'

/** The popular paper: one angry politician, one insider, and its readers' comments. */
export const ledger: SampleArticle = {
  title: '‘Nobody wants to sit with her’: Brezak snubbed Marant, says Rehn',
  publisher: 'The Morning Ledger',
  byline: 'Casper Lund',
  published: '2024-10-13',
  blocks: [
    h('‘Nobody wants to sit with her’: Brezak snubbed Marant, says Rehn'),
    p('By Casper Lund'),
    p('13 October 2024'),
    p(
      '**VELMAR** — Foreign Minister Ilse Marant went to Saint Orrin to make peace and could not even get a chair. That is the verdict of opposition leader Tobias Rehn, who claimed yesterday that Corvany’s Anton Brezak flatly refused to meet her.',
    ),
    p(
      '“He was in the building, he was on time and he said no,” Rehn told a rally in the fish market, to cheers from a crowd that police put at 4,000 and the organisers at 11,000. “Nobody wants to sit with her. They know that she speaks for no one.”',
    ),
    p(
      'The Civic Union chief said he had it from two people in the room that Marant’s aides offered to bring back the ferry in exchange for a photograph. The Foreign Ministry calls that a lie. “The government offered nothing and was asked for nothing,” spokesman Joren Pask snapped last night.',
    ),
    h('Late? What late?'),
    p(
      'The ministry’s story is that Brezak’s plane was late. But the plane came down at ten past three, the Meridian agency reported, two hours and twenty minutes before the appointment. You could have walked from the airport.',
    ),
    p(
      'And a ministry insider admitted to the *Ledger* that it was Corvany that pulled out. “A young man from their delegation came at four and told us the minister was tired,” the insider said. Tired! The man had slept on the plane, if the society pages are to be believed.',
    ),
    h('The man with the megaphone'),
    p(
      'Rehn is no stranger to the subject. He was foreign minister himself until 2021, and it was he who signed the licence agreement that Corvany suspended in March. Marant’s aides like to point out that he did not meet his Corvan colleague once in his last year in office. Rehn says he met him four times.',
    ),
    p(
      'Gunvor Tveit, who speaks for the skippers, stood beside him on the fish crates. She denied afterwards that she had backed his call for Marant to resign. “I talked about cod. I did not talk about ministers,” she told the *Ledger*. Her members are out of pocket by 46 million crowns, and winter is coming.',
    ),
    p(
      '**The Ledger says:** if there is a letter that confirms the meeting, print the letter. If there is none, print an apology.',
    ),
    aside('PICTURE: LEDGER/K. ASK'),
    aside('COMMENTS (3)'),
    aside(
      'Oystercatcher | 14 hours ago | Reply  My cousin works at the airport and says the plane was two hours early. Make of that what you will.',
    ),
    aside(
      'NetMender | 11 hours ago | Reply  Eleven thousand? In the fish market? Where did they stand, on each other?',
    ),
    aside(
      'Velmar_Vera | 9 hours ago | Reply  Four licences in our harbour, all four gone since March. Nobody asked us to dinner.',
    ),
    aside('Comments are the views of those who write them and are moderated after they appear.'),
  ],
  highlights: [
    attribution('ledger.rehn', 'opposition leader Tobias Rehn, who claimed yesterday', 'Tobias Rehn'),
    claim('ledger.refused', 'Corvany’s Anton Brezak flatly refused to meet her', {
      note: 'The claim that half of this desk denies. Rehn was not in Saint Orrin.',
    }),
    claim('ledger.on-time', '“He was in the building, he was on time and he said no,”'),
    attribution('ledger.rehn-rally', 'Rehn told a rally in the fish market', 'Tobias Rehn'),
    claim('ledger.crowd', 'a crowd that police put at 4,000 and the organisers at 11,000', {
      note: 'Two figures, two sources: a reader should be told which the paper believes.',
    }),
    attribution(
      'ledger.two-people',
      'The Civic Union chief said he had it from two people in the room',
      'Tobias Rehn',
      {
        note: 'Hearsay: Rehn quotes two people whom he does not name.',
      },
    ),
    claim('ledger.offer', 'Marant’s aides offered to bring back the ferry in exchange for a photograph'),
    denial('ledger.a-lie', 'The Foreign Ministry calls that a lie'),
    denial('ledger.offered-nothing', '“The government offered nothing and was asked for nothing,”'),
    attribution('ledger.pask', 'spokesman Joren Pask snapped last night', 'Joren Pask'),
    claim('ledger.plane-late', 'Brezak’s plane was late'),
    attribution('ledger.plane-late-source', 'The ministry’s story is', 'Tarsenian Foreign Ministry'),
    claim('ledger.landed', 'the plane came down at ten past three'),
    attribution('ledger.meridian', 'the Meridian agency reported', 'Meridian News Agency'),
    attribution('ledger.insider', 'a ministry insider admitted to the Ledger', 'Tarsenian insider (unnamed)'),
    claim('ledger.pulled-out', 'it was Corvany that pulled out'),
    claim('ledger.once', 'he did not meet his Corvan colleague once in his last year in office'),
    claim('ledger.four-times', 'he met him four times'),
    denial('ledger.not-backed', 'She denied afterwards that she had backed his call for Marant to resign'),
    claim('ledger.losses', 'Her members are out of pocket by 46 million crowns'),
    claim('ledger.comment', 'the plane was two hours early', {
      note: 'A reader’s comment, beside the article: a rumour to know of, not a source.',
    }),
  ],
}
