/** Names under which the layers of annotation tools keep their label, ours first. */
const LABELS = ['tag', 'relation', 'label', 'value', 'type', 'category', 'DependencyType', 'PosValue'] as const
/** Features that say something about an annotation, but not what it is. */
const OTHERS = new Set([
  'note',
  'comment',
  'ref',
  'annotator',
  'created',
  'modified',
  'speaker',
  'prefix',
  'suffix',
  'identifier',
])

/** The label that an annotation of a custom layer has: a feature of a usual name, else its first, else its layer. */
export function labelIn(features: Readonly<Record<string, string | null>>, layer: string): string {
  const usual = LABELS.map((name) => features[name]).find((value) => value)
  const first = Object.entries(features).find(([name, value]) => value && !OTHERS.has(name) && !name.startsWith('BT_'))
  return usual ?? first?.[1] ?? layer.slice(layer.lastIndexOf('.') + 1)
}
