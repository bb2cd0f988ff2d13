/**
 * What a coefficient from 0 (as by chance) to 1 means, in plain words. The bounds are Krippendorff's (Content Analysis,
 * 2019, 12.7): from .80 on data can be relied on, from .67 on tentative conclusions are allowed. The value is judged as it is shown.
 */
export function coefficientWords(exact: number | null): string {
  if (exact === null) return 'not defined'
  const value = Math.round(exact * 100) / 100
  if (value >= 0.8) return 'reliable'
  if (value >= 0.67) return 'tentative'
  if (value > 0.2) return 'unreliable'
  return value >= -0.05 ? 'as by chance' : 'worse than chance'
}

/** A coefficient or a share with two digits, as tables show it; a dash where it is not defined. */
export function twoDigits(value: number | null): string {
  return value === null ? '–' : value.toFixed(2).replace(/^-0\.00$/, '0.00')
}
