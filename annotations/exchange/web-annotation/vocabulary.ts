/** Names of our records as IRIs, and what our own fields mean to a JSON-LD reader: JSON that it need not look into. */
export const IRI = 'urn:crossread:'

export const CONTEXT = [
  'http://www.w3.org/ns/anno.jsonld',
  {
    '@version': 1.1,
    crossreadTexts: { '@id': `${IRI}ns#texts` },
    crossreadFrom: { '@id': `${IRI}ns#from`, '@type': '@id' },
    crossreadKept: { '@id': `${IRI}ns#kept`, '@type': '@json' },
  },
] as const
