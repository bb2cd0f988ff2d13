import { describe, expect, it } from 'vitest'
import type { ArticleDetails } from '#annotations/model/article-draft'
import { formErrors, fromForm, toForm } from '../../../../src/renderer/dialogs/article-form'

const details: ArticleDetails = {
  title: 'Talks end',
  publisher: null,
  byline: 'Ada Reader',
  published: '2023-05-04T23:30:00+05:00',
  url: null,
  language: 'ur',
  direction: 'rtl',
}

describe('the form of an article', () => {
  it('gives the details back as they were when nothing was typed', () => {
    expect(fromForm(toForm(details), details.published)).toEqual(details)
  })

  it('takes another day for the moment that was known, and none for an emptied field', () => {
    expect(fromForm({ ...toForm(details), published: '2023-05-05' }, details.published).published).toBe('2023-05-05')
    expect(fromForm({ ...toForm(details), published: '' }, details.published).published).toBeNull()
  })

  it('trims what was typed and keeps no empty text', () => {
    const form = { ...toForm(details), title: '  New ', byline: '  ', language: ' EN-gb ' }
    expect(fromForm(form, null)).toMatchObject({ title: 'New', byline: null, language: 'en-GB' })
  })

  it('says in a sentence what cannot be saved', () => {
    const errors = formErrors({ ...toForm(details), title: ' ', url: 'ftp://example.org', language: 'klingon!' })
    expect(Object.keys(errors).toSorted()).toEqual(['language', 'title', 'url'])
    expect(formErrors(toForm(details))).toEqual({})
  })
})
