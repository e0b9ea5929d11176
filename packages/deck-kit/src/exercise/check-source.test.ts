import { expect, test } from 'vitest'

import { checkSource } from './check-source.ts'
import type { Complaint } from './worker-messages.ts'

function check(source: string): Promise<Complaint | undefined> {
  return checkSource('src/node.ts', source, (name) => Promise.resolve(name === 'there'))
}

test('TypeScript that is whole has nothing wrong, whatever its types say', async () => {
  expect(await check("import { x } from 'there'\nexport const a: number = x as never")).toBe(
    undefined,
  )
})

test('what cannot be parsed is told with its line', async () => {
  expect(await check('const a = 1\nlet b =\n')).toEqual({
    message: 'Unexpected token',
    line: 2,
    code: 'let b =',
  })
  expect(await check('export function f( {\n  return 3\n}')).toMatchObject({ line: 2 })
})

test('an import of what is not there is told, one of types alone is not', async () => {
  expect(await check("import type { A } from 'gone'\nimport { type B } from 'gone'")).toBe(
    undefined,
  )
  expect(await check("import 'there'\nimport x from 'lodash'")).toEqual({
    message: 'there is no module "lodash"',
    line: 2,
    code: "import x from 'lodash'",
  })
})
