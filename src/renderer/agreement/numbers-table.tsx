import type { TagAgreement } from '#annotations/agreement/measure'
import type { Scores } from '#annotations/agreement/spans'
import { coefficientWords, twoDigits } from '#annotations/agreement/words'
import type { AgreementView } from '#contract/agreement-views'
import { TagMark } from '../ui/tag-mark'
import styles from './numbers-table.module.css'
import { inSentence } from './words'

/** Every number, tag by tag, with what the coefficients mean in plain words. */
export function NumbersTable({ view: { names, numbers } }: { readonly view: AgreementView }) {
  return (
    <div className={styles.frame}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard. */}
      <section className={styles.scroll} aria-label="Numbers" tabIndex={0}>
        <table className={styles.table}>
          <caption className="visually-hidden">
            How far {names[0]} and {names[1]} agree, by tag
          </caption>
          <thead>
            <tr>
              <th scope="col">Tag</th>
              {names.map((name, side) => (
                <th key={side === 0 ? 'left' : 'right'} scope="col" className={styles.name} dir="auto" title={name}>
                  {name}
                </th>
              ))}
              <th scope="col" title="Cohen’s kappa over characters: more often than by chance, character by character">
                κ characters
              </th>
              <th scope="col" title="Cohen’s kappa over sentences">
                κ sentences
              </th>
              <th scope="col" title="Krippendorff’s alpha for unitizing: where passages are, and what they are">
                uα
              </th>
              <th scope="col" title="Krippendorff’s cu-alpha: what passages are, where both marked something">
                cuα
              </th>
              <th scope="col" title="Same tag and same ends: F1, precision and recall">
                Same passage
              </th>
              <th scope="col" title="Same tag and an overlap: F1, precision and recall">
                Overlapping
              </th>
            </tr>
          </thead>
          <tbody>
            {numbers.tags.map((row) => (
              <Row key={row.tag} row={row} />
            ))}
            <tr>
              <th scope="row">Links</th>
              {numbers.links.counts.map((count, side) => (
                <td key={side === 0 ? 'left' : 'right'}>{count.toLocaleString('en')}</td>
              ))}
              <td colSpan={4} className={styles.none}>
                –
              </td>
              <ScoresCell scores={numbers.links.exact} />
              <ScoresCell scores={numbers.links.overlapping} />
            </tr>
          </tbody>
        </table>
      </section>
      <p className={styles.legend}>
        1 is full agreement, 0 as by chance. From 0.80 on reliable, from 0.67 on tentative, below unreliable
        (Krippendorff). Shares are F1, then precision and recall of {names[1]} held against {inSentence(names[0])}.
      </p>
    </div>
  )
}

function Row({ row }: { readonly row: TagAgreement }) {
  return (
    <tr>
      <th scope="row">{row.tag === 'all' ? 'All tags' : <TagMark tag={row.tag} />}</th>
      {row.counts.map((count, side) => (
        <td key={side === 0 ? 'left' : 'right'}>{count.toLocaleString('en')}</td>
      ))}
      <Coefficient value={row.kappaCharacters} />
      <Coefficient value={row.kappaSentences} />
      <Coefficient value={row.uAlpha} />
      {row.tag === 'all' ? <Coefficient value={row.cuAlpha} /> : <td className={styles.none}>–</td>}
      <ScoresCell scores={row.exact} />
      <ScoresCell scores={row.overlapping} />
    </tr>
  )
}

function Coefficient({ value }: { readonly value: number | null }) {
  return (
    <td data-words={coefficientWords(value)}>
      {twoDigits(value)} <span className={styles.words}>{coefficientWords(value)}</span>
    </td>
  )
}

function ScoresCell({ scores: { f1, precision, recall } }: { readonly scores: Scores }) {
  return (
    <td>
      {twoDigits(f1)}{' '}
      <span className={styles.words}>
        {twoDigits(precision)} / {twoDigits(recall)}
      </span>
    </td>
  )
}
