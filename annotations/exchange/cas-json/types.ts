/** Our layers, as INCEpTION names the custom ones: a span, a relation of two, and what only Crossread reads. */
export const [SPAN, LINK, KEPT] = [
  'webanno.custom.Crossread',
  'webanno.custom.CrossreadLink',
  'webanno.custom.CrossreadRecord',
] as const

const feature = (name: string, range = 'uima.cas.String') => ({ [name]: { '%NAME': name, '%RANGE': range } })
const strings = (...names: readonly string[]) => Object.assign({}, ...names.map((name) => feature(name)))
const own = strings('annotator', 'created', 'modified', 'note', 'ref')

/** The type system of our files. */
export const TYPES: Readonly<Record<string, object>> = {
  [SPAN]: {
    '%NAME': SPAN,
    '%SUPER_TYPE': 'uima.tcas.Annotation',
    ...own,
    ...strings('prefix', 'speaker', 'suffix', 'tag'),
  },
  [LINK]: {
    '%NAME': LINK,
    '%SUPER_TYPE': 'uima.tcas.Annotation',
    ...feature('Dependent', SPAN),
    ...feature('Governor', SPAN),
    ...own,
    ...strings('relation'),
  },
  [KEPT]: { '%NAME': KEPT, '%SUPER_TYPE': 'uima.cas.TOP', ...strings('json') },
}
