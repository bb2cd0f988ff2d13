import { useState } from 'react'
import { Form } from 'react-aria-components'
import type { Article } from '#annotations/model/article'
import { useApp } from '../state/app-context'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { AllFields } from './article-fields'
import { formErrors, fromForm, toForm } from './article-form'
import styles from './form.module.css'

/** Corrects what is known of an article. Its text stays as it is. */
export function DetailsDialog({ article, onClose }: { readonly article: Article; readonly onClose: () => void }) {
  const app = useApp()
  const [form, setForm] = useState(() => toForm(article))
  const errors = formErrors(form)
  const wrong = Object.keys(errors).length > 0
  const save = async () => {
    if (wrong) return
    if (await app.act('article.edit', { id: article.id, patch: fromForm(form, article.published) }, 'toast')) onClose()
  }
  return (
    <Dialog
      title="Article details"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" onPress={save} isDisabled={wrong}>
            Save details
          </Button>
        </>
      }
    >
      <Form
        className={styles.form ?? ''}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <AllFields form={form} errors={errors} onChange={setForm} />
        <button type="submit" hidden />
      </Form>
    </Dialog>
  )
}
