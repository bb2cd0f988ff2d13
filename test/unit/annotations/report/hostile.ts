import fc from 'fast-check'

const NASTY = [
  '<script>alert(1)</script>',
  '</style><img src=x onerror=alert(1)>',
  '"><b>',
  '&amp; &lt; &#60;',
  ']]>',
  '<!-- x',
  '# heading',
  '- list',
  '1. item',
  '> quote',
  '```code',
  '[a](javascript:alert(1))',
  '![i](http://x/y.png)',
  '**b** _i_ ~~s~~ `c`',
  '| a | b |',
  '\\',
  '    indented',
  'http://example.org/a_b_c',
  'www.example.org',
  'me@example.org',
  '---',
  '\u0001\u0008\u000b',
  '\ud800',
  'وزیر نے تردید کی',
  '👨‍👩‍👧 👍🏽',
  '\u202eabc',
  'a\r\nb\tc',
  '$1 $& $`',
]

/** Text that means something to each of the forms, between text that means nothing. */
export const hostile = fc
  .array(
    fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 6 }), fc.string({ maxLength: 8 })),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((parts) => `a${parts.join(' ')}z`)
