import { Choices } from '../ui/choices'
import { Field } from '../ui/field'
import { languageName } from '../ui/format'
import type { ArticleForm, FormErrors } from './article-form'
import styles from './form.module.css'

type ArticleFieldsProps = {
  readonly form: ArticleForm
  readonly errors: FormErrors
  readonly onChange: (form: ArticleForm) => void
}

const DIRECTIONS: readonly { readonly value: ArticleForm['direction']; readonly label: string }[] = [
  { value: 'ltr', label: 'Left to right' },
  { value: 'rtl', label: 'Right to left' },
]

/** The three that matter most when articles are compared: what was recognised, to be corrected. */
export function MainFields({ form, errors, onChange }: ArticleFieldsProps) {
  const set = (patch: Partial<ArticleForm>) => onChange({ ...form, ...patch })
  return (
    <>
      <Field label="Title" value={form.title} onChange={(title) => set({ title })} error={errors.title ?? null} />
      <div className={styles.row}>
        <Field label="Publisher" value={form.publisher} onChange={(publisher) => set({ publisher })} />
        <Field label="Date" type="date" value={form.published} onChange={(published) => set({ published })} />
      </div>
    </>
  )
}

/** Everything that is known of an article besides its text. */
export function AllFields({ form, errors, onChange }: ArticleFieldsProps) {
  const set = (patch: Partial<ArticleForm>) => onChange({ ...form, ...patch })
  const language = form.language.trim()
  return (
    <>
      <MainFields form={form} errors={errors} onChange={onChange} />
      <Field label="Byline" value={form.byline} onChange={(byline) => set({ byline })} />
      <Field label="Address" type="url" value={form.url} onChange={(url) => set({ url })} error={errors.url ?? null} />
      <div className={styles.row}>
        <Field
          label="Language code"
          value={form.language}
          onChange={(code) => set({ language: code })}
          error={errors.language ?? null}
          hint={language === '' ? 'For example en, ur or ru.' : errors.language ? null : languageName(language)}
        />
        <Choices
          label="Reads"
          look="bar"
          value={form.direction}
          options={DIRECTIONS}
          onChange={(direction) => set({ direction })}
        />
      </div>
    </>
  )
}
