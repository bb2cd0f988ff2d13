/**
 * What a coefficient from 0 (as by chance) to 1 means, in plain words. The bounds are Krippendorff's (Content Analysis,
 * 2019, 12.7): from .800 on data can be relied on, from .667 on tentative conclusions are allowed.
 */
export function coefficientWords(value: number | null): string {
  if (value === null) return 'not defined'
  if (value >= 0.8) return 'reliable'
  if (value >= 0.667) return 'tentative'
  if (value > 0.2) return 'unreliable'
  return value >= -0.05 ? 'as by chance' : 'worse than chance'
}

/** A coefficient or a share with two digits, as tables show it; a dash where it is not defined. */
export function twoDigits(value: number | null): string {
  return value === null ? '–' : value.toFixed(2).replace(/^-0\.00$/, '0.00')
}
