import { z } from 'zod'
import {
  crossreadFileSchema,
  fileArticleSchema,
  fileLinkSchema,
  fileRevisionSchema,
} from '../exchange/crossread-json/format'
import { exportScopeSchema } from '../exchange/scope'
import { blockSchema, markSchema, sourceSchema } from '../model/article'
import { deskSchema } from '../model/desk'
import { anchorSchema, carriedSchema, highlightSchema, quoteSchema } from '../model/highlight'
import { speakerSchema } from '../model/speaker'
import { verdictSchema } from '../model/verdict'

const names = z.registry<{ readonly id: string; readonly description: string }>()
names.add(deskSchema, { id: 'Desk', description: 'The desk that the file was exported from.' })
names.add(exportScopeSchema, { id: 'Scope', description: 'What the export covers.' })
names.add(fileArticleSchema, { id: 'Article', description: 'A news text with its revisions, oldest first.' })
names.add(fileRevisionSchema, {
  id: 'Revision',
  description: 'The text of an article as it was once fetched or pasted.',
})
names.add(blockSchema, {
  id: 'Block',
  description: 'A paragraph, heading, quote or list item; aside: not the article’s.',
})
names.add(markSchema, { id: 'Mark', description: 'Inline formatting of a range of a block, in UTF-16 units.' })
names.add(sourceSchema, { id: 'Source', description: 'Where a revision came from.' })
names.add(highlightSchema, { id: 'Highlight', description: 'A passage of an article with a tag and a note.' })
names.add(anchorSchema, {
  id: 'Anchor',
  description: 'Where the passage stands: UTF-16 units of the revision’s text, end-exclusive.',
})
names.add(carriedSchema, {
  id: 'Carried',
  description: 'How a highlight came from an earlier revision: its method, and the share that stayed.',
})
names.add(quoteSchema, { id: 'Quote', description: 'The words of the passage, and those before and after it.' })
names.add(fileLinkSchema, { id: 'Link', description: 'A typed, directed tie between two highlights of the file.' })
names.add(speakerSchema, { id: 'Speaker', description: 'Names that the analyst decided are one speaker.' })
names.add(verdictSchema, { id: 'Verdict', description: 'The analyst’s word on a claim of the file.' })

/** The published JSON Schema (draft 2020-12) of Crossread JSON, version 1, made from the validators that the app uses. */
export function crossreadSchema(): object {
  return {
    ...z.toJSONSchema(crossreadFileSchema, {
      metadata: names,
      override({ jsonSchema }) {
        delete jsonSchema.readOnly
      },
    }),
    $id: 'urn:crossread:schema:crossread-1',
    title: 'Crossread JSON, version 1',
    description: 'Articles, highlights and links of a Crossread desk. See docs/formats/crossread-json.md.',
  }
}
