import { expect, test } from 'vitest'

import { siteAddress } from './site-address.ts'

test('a base is a path or a whole address, with or without its last slash', () => {
  expect(siteAddress('/')).toEqual({ path: '/' })
  expect(siteAddress('/pillars')).toEqual({ path: '/pillars/' })
  expect(siteAddress('https://example.org')).toEqual({ path: '/', whole: 'https://example.org/' })
  expect(siteAddress('http://example.org:8080/a/b')).toEqual({
    path: '/a/b/',
    whole: 'http://example.org:8080/a/b/',
  })
})

test.each(['', 'pillars', '//example.org', 'https://', 'https://x.org/?q=1', '/a b', 'C:\\site'])(
  '"%s" is refused, with what to write instead',
  (base) => {
    expect(() => siteAddress(base)).toThrow(
      expect.objectContaining({
        code: 'bad-base',
        message: `--base "${base}" is neither a path nor a web address.`,
        fix: 'Write it like /pillars/ or https://example.org/pillars/',
      }),
    )
  },
)
