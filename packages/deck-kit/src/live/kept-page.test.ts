import { runInNewContext } from 'node:vm'

import { expect, test } from 'vitest'

import { ORIGIN, keptPage, keptScript } from './kept-page.ts'

test('a page finds each kept module under its address, with this start’s origin in it', async () => {
  const made: Blob[] = []
  const map = { type: '', textContent: '' }
  const parts = [[['/a.ts', `import "${ORIGIN}/b.ts"`]], [['/b.ts', '1']]]
  runInNewContext(keptScript(parts.map((part) => JSON.stringify(part))), {
    location: { origin: 'http://127.0.0.1:1' },
    Blob,
    URL: { createObjectURL: (blob: Blob) => `blob:${made.push(blob)}` },
    document: { createElement: () => map, currentScript: { after: () => undefined } },
  })
  expect(map.type).toBe('importmap')
  expect(JSON.parse(map.textContent)).toEqual({ imports: { '/a.ts': 'blob:1', '/b.ts': 'blob:2' } })
  expect(await Promise.all(made.map((blob) => blob.text()))).toEqual([
    'import "http://127.0.0.1:1/b.ts"\n//# sourceURL=http://127.0.0.1:1/a.ts',
    '1\n//# sourceURL=http://127.0.0.1:1/b.ts',
  ])
})

test('the script comes before all others, and the page’s own is kept as well', () => {
  const html = `<head>
<meta></head><script type="module" src="/main.ts"></script><script type="module" src="/x.ts"></script>`
  expect(keptPage(html, new Set(['/main.ts']))).toBe(`<head>
<script src="/@five-pillars/kept.js"></script>
<meta></head><script type="module">import "/main.ts"</script><script type="module" src="/x.ts"></script>`)
})
