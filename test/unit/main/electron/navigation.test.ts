import { describe, expect, test } from 'vitest'
import { isWebAddress, navigationOf, openingOf } from '#main/electron/navigation-policy'
import { originOf, PAGE_ORIGIN } from '#main/electron/page-origin'
import { isTrustedSender } from '#main/electron/trusted-sender'

const ELSEWHERE = [
  'https://example.com/',
  'http://127.0.0.1/',
  'file:///etc/passwd',
  'data:text/html,<script>1</script>',
  'javascript:alert(1)',
  'about:blank',
  'blob:crossread://app/1234',
  'crossread://other/',
  'crossread://app.example.com/',
  'crossread:app',
  'not an address',
  '',
]

describe('A window', () => {
  test('may load its own page anew', () => {
    expect(navigationOf('crossread://app/', PAGE_ORIGIN)).toBe('stay')
    expect(navigationOf('crossread://app/#/article/1', PAGE_ORIGIN)).toBe('stay')
    expect(navigationOf('http://localhost:5173/', 'http://localhost:5173')).toBe('stay')
  })

  test.each([...ELSEWHERE, 'crossread://app/assets/index.js'])('never goes to %s', (url) => {
    expect(navigationOf(url, PAGE_ORIGIN)).toBe('deny')
  })

  test.each(['http://example.com', 'https://example.com/a?b#c'])('asks the system to open %s', (url) => {
    expect(openingOf(url)).toBe('open')
  })

  test.each([
    'file:///etc/passwd',
    'smb://server/share',
    'javascript:alert(1)',
    'ms-settings:display',
    'mailto:a@b.c',
    'crossread://app/',
    'https:',
    '//example.com',
    'about:blank',
  ])('never asks the system to open %s', (url) => {
    expect(openingOf(url)).toBe('deny')
    expect(isWebAddress(url)).toBe(false)
  })
})

describe('A message over IPC', () => {
  test('is trusted from the main frame of our page alone', () => {
    expect(isTrustedSender({ url: 'crossread://app/#/library', parent: null }, PAGE_ORIGIN)).toBe(true)
    expect(isTrustedSender({ url: 'crossread://app/', parent: {} }, PAGE_ORIGIN)).toBe(false)
    expect(isTrustedSender(null, PAGE_ORIGIN)).toBe(false)
  })

  test.each(ELSEWHERE)('is not trusted from %s', (url) => {
    expect(isTrustedSender({ url, parent: null }, PAGE_ORIGIN)).toBe(false)
  })
})

test('an origin is scheme and host, with the port, in lower case', () => {
  expect(originOf('HTTP://LocalHost:5173/x')).toBe('http://localhost:5173')
  expect(originOf('crossread://app/x?y')).toBe('crossread://app')
})
