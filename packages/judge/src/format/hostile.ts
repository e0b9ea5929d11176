import fc from 'fast-check'

const tricks = [
  '::error file=a.ts::owned',
  '##[add-mask]x',
  '%0A::warning::owned',
  '```',
  '````js',
  '</code><script>alert(1)</script>',
  '| cell | `code`',
  ']]>',
  '&lt;',
  '\u001b[2J\u001b]0;title\u0007',
  '\u0000\b\u0085\u2028\u202e\ufeff\ud800',
  '\r',
  '\r\n',
  '\n',
  '\n\n',
  '  ',
  ',line=1:2',
] as const

/** For tests: what a learner may throw, log or be called to break out of a format. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...tricks), fc.string({ unit: 'binary', maxLength: 6 })), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''))
