import PostalMime, { type Email } from 'postal-mime'
import { ok } from '#annotations/model/result'
import { assemble, type Claimed } from '../assemble'
import { BadFile } from '../bad-file'
import { readPage } from '../html/read-page'
import type { FormatReader, ImportedArticle, ReadContext } from '../imported-article'
import { readMailDate } from '../moments'
import { readPlainText } from '../plain-text'

const PASSED_ON = /^(\s*(re|fwd?|aw|wg|пересл)\s*:)+\s*/i
const MIME_LIMITS = { maxNestingDepth: 32, maxHeadersSize: 1024 * 1024 } as const

/** A mail: its HTML if it has any, else its text. Subject, sender and date stand in for what the article itself does not say. */
export const readEml: FormatReader = async (bytes, context) => {
  const mail = await parseMime(bytes)
  const subject = (mail.subject ?? '').replace(PASSED_ON, '').replace(/\s+/g, ' ').trim()
  const { draft, notes } = readBody(mail, subject === '' ? {} : { title: subject }, context)
  const forwarded = PASSED_ON.test(mail.subject ?? '')
  const sent = mail.headers.find(({ key }) => key === 'date')?.value
  const attached = mail.attachments.filter(
    ({ disposition, related }) => disposition === 'attachment' && related !== true,
  )
  return ok([
    {
      draft: {
        ...draft,
        // Who passed something on did not write it, and the day of that is not its day.
        byline: draft.byline ?? (forwarded ? null : mail.from?.name?.trim() || null),
        published: draft.published ?? (forwarded || sent === undefined ? null : readMailDate(sent)),
      },
      notes: [...notes, ...attachmentNotes(attached.map(({ filename }) => filename ?? 'without a name'))],
    },
  ])
}

export async function parseMime(bytes: Uint8Array): Promise<Email> {
  return await PostalMime.parse(bytes, MIME_LIMITS)
}

function readBody(mail: Email, known: Claimed, context: ReadContext): ImportedArticle {
  if (mail.html && /\p{L}/u.test(mail.html)) return readPage(mail.html, context, { whole: false, known })
  if (!mail.text || mail.text.trim() === '')
    throw new BadFile('has no text in it.', 'Import its attachments as files, or paste the text.')
  const read = readPlainText(mail.text, context.source)
  if (!read.ok) throw new BadFile('has no text that can be read.', 'Open it in your mail program, and copy the text.')
  return assemble({ blocks: read.value.blocks, known }, context)
}

function attachmentNotes(names: readonly string[]): string[] {
  if (names.length === 0) return []
  const list = names.slice(0, 5).join(', ')
  return [`${names.length === 1 ? 'An attachment was' : `${names.length} attachments were`} not read: ${list}.`]
}
