import { aside, h, p } from '../markup'
import { attribution, claim, denial, type SampleArticle } from '../sample-article'

/** The brisk daily of the other capital: short sentences, official sources, and one word too many by a source. */
export const herald: SampleArticle = {
  title: 'No meeting was planned, Foreign Ministry says',
  publisher: 'Dunmere Herald',
  byline: 'Herald Political Desk',
  published: '2024-10-12',
  blocks: [
    h('No meeting was planned, Foreign Ministry says'),
    p('Herald Political Desk, 12 October 2024'),
    p(
      '**DUNMERE** — Foreign Minister Anton Brezak did not meet his Tarsenian colleague, Ilse Marant, at the Straits Forum because no such meeting had ever been planned, the Foreign Ministry said yesterday.',
    ),
    p(
      '“Nothing was cancelled. One cannot cancel what does not exist,” spokeswoman Lena Orsolo said at her daily briefing.',
    ),
    p(
      'Velmar had twice asked for a conversation, and Dunmere had twice declined, a source in the ministry added. “The minister’s day was full,” the source said.',
    ),
    p(
      'Ms Orsolo rejected as “pure invention” a report that the ministers had struck a bargain over the Velmar ferry. Not one licence would be given back “as long as the cod does not come back”, she said.',
    ),
    p(
      'She conceded that the two had exchanged “a few words of courtesy” at the president’s dinner. These had taken less than five minutes, and no invitation to Dunmere had been extended.',
    ),
    h('“Exactly on time”'),
    p(
      'The ministry also disputed that Mr Brezak had been late. His aircraft had landed in Saint Orrin at 14:20, exactly on time, according to the source. That left him more than three hours before the hour which Velmar now names.',
    ),
    p(
      'Mr Brezak held formal talks with seven of his nine colleagues, among them those of Lindmark and Easterholm. He also signed an agreement with the Skerries on rescue at sea. He will report to parliament on Tuesday.',
    ),
    h('The cod decides'),
    p(
      'Corvany suspended 31 Tarsenian licences in March, after its Marine Institute had found that cod on the Hallow Bank was down by a third in five years. The decision followed science alone and was not aimed at any country, Ms Orsolo said. Catches by Corvany’s own fleet were cut by a quarter in the same week.',
    ),
    p(
      '*Tarsenia disputes the figure.* Its ministry maintains that the survey was made in the wrong month. It also insists that the night ferry was halted for technical reasons, and not in retaliation.',
    ),
    p(
      'From the opposition came a call for openness. “If Velmar asked in writing and we declined in writing, let us read it,” said Mirela Dosh, a deputy of the Green List. She has asked the committee on foreign affairs to summon the minister. The committee’s chair, a member of the governing party, said that he saw no reason to hurry.',
    ),
    aside('Photo: Straits Forum/Handout'),
    aside('Read Marine Institute defends its count of the cod'),
  ],
  highlights: [
    claim(
      'herald.not-met',
      'Foreign Minister Anton Brezak did not meet his Tarsenian colleague, Ilse Marant, at the Straits Forum',
    ),
    denial('herald.never-planned', 'no such meeting had ever been planned'),
    attribution('herald.ministry', 'the Foreign Ministry said yesterday', 'Corvan Foreign Ministry'),
    denial('herald.nothing-cancelled', '“Nothing was cancelled. One cannot cancel what does not exist,”'),
    attribution('herald.orsolo', 'spokeswoman Lena Orsolo said at her daily briefing', 'Lena Orsolo'),
    claim('herald.declined', 'Velmar had twice asked for a conversation, and Dunmere had twice declined', {
      note: 'Sits ill with “never planned”: what was declined was at least asked for.',
    }),
    attribution('herald.source', 'a source in the ministry added', 'Source in the Corvan ministry (unnamed)'),
    attribution('herald.orsolo-rejects', 'Ms Orsolo rejected as “pure invention”', 'Lena Orsolo'),
    denial(
      'herald.no-bargain',
      'rejected as “pure invention” a report that the ministers had struck a bargain over the Velmar ferry',
    ),
    denial('herald.no-licence', 'Not one licence would be given back “as long as the cod does not come back”'),
    attribution('herald.orsolo-concedes', 'She conceded', 'Lena Orsolo'),
    claim('herald.five-minutes', 'These had taken less than five minutes'),
    denial('herald.no-invitation', 'no invitation to Dunmere had been extended'),
    denial('herald.not-late', 'The ministry also disputed that Mr Brezak had been late'),
    claim('herald.landed', 'His aircraft had landed in Saint Orrin at 14:20, exactly on time'),
    attribution('herald.source-landing', 'according to the source', 'Source in the Corvan ministry (unnamed)'),
    claim('herald.suspended', 'Corvany suspended 31 Tarsenian licences in March'),
    claim('herald.third', 'cod on the Hallow Bank was down by a third in five years'),
    denial('herald.not-aimed', 'was not aimed at any country'),
    denial('herald.no-retaliation', 'the night ferry was halted for technical reasons, and not in retaliation', {
      note: 'Tarsenia’s denial, as told by a paper of the other side.',
    }),
    attribution('herald.tarsenia', 'It also insists', 'Tarsenian Foreign Ministry'),
  ],
}
