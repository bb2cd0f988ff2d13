/** What each view is called; an article has its title. */
export const PLACE_NAMES = {
  library: 'Library',
  search: 'Search',
  claims: 'Claims',
  compare: 'Compare',
  map: 'Map',
  timeline: 'Timeline',
  speakers: 'Speakers',
  agreement: 'Agreement',
  conflicts: 'Conflicts',
  history: 'History',
} as const
