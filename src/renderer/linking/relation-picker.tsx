import { ArrowLeftRight, ArrowRight, TriangleAlert } from 'lucide-react'
import { Radio, RadioGroup } from 'react-aria-components'
import { isSymmetric, RELATIONS, type Relation, relationSchema, relationWords } from '#annotations/model/relation'
import { Button } from '../ui/button'
import type { ProposedLink } from './pairing'
import styles from './relation-picker.module.css'
import type { LinkChoice } from './use-link-choice'

/** What the link will say, how else it could be meant, and what speaks against it. */
export function RelationPicker({ link, choice }: { readonly link: ProposedLink; readonly choice: LinkChoice }) {
  const pick = (value: string) => {
    const relation = relationSchema.safeParse(value)
    if (relation.success) choice.pick(relation.data)
  }
  return (
    <div className={styles.picker}>
      <div className={styles.sentence}>
        <output className={styles.words}>
          <span>{link.sentence.subject}</span>
          <Arrow relation={link.relation} />
          <strong>{link.sentence.verb}</strong>
          <Arrow relation={link.relation} />
          <span>{link.sentence.object}</span>
        </output>
        {!isSymmetric(link.relation) && (
          <Button look="quiet" onPress={choice.turn}>
            <ArrowLeftRight size={14} aria-hidden="true" />
            Turn round
          </Button>
        )}
      </div>
      <RadioGroup
        aria-label="Relation"
        orientation="horizontal"
        className={styles.relations ?? ''}
        value={link.relation}
        onChange={pick}
      >
        {RELATIONS.map((relation, i) => (
          <Radio key={relation} value={relation} className={styles.relation ?? ''}>
            <span className={styles.number} aria-hidden="true">
              {i + 1}
            </span>
            {relationWords(relation, 'from')}
          </Radio>
        ))}
      </RadioGroup>
      <p className={styles.warning} role="status" data-refused={link.refusal !== null || undefined}>
        {(link.refusal ?? link.warning) !== null && (
          <>
            <TriangleAlert size={14} aria-hidden="true" />
            {link.refusal ?? link.warning}
          </>
        )}
      </p>
    </div>
  )
}

function Arrow({ relation }: { readonly relation: Relation }) {
  return isSymmetric(relation) ? (
    <ArrowLeftRight size={13} aria-hidden="true" />
  ) : (
    <ArrowRight size={13} aria-hidden="true" className={styles.arrow} />
  )
}
