import { readFile } from 'node:fs/promises'
import path from 'node:path'

import { expect, test } from 'vitest'

import { temporaryKit } from '../kit/temporary-kit.ts'
import { createRunner } from './create-runner.ts'
import { failurePage } from './failure-page.ts'
import { diagramOfLast, lastToken } from './last-failure.ts'

/** Up after a single good answer, and so is who gives a bad one every second time. */
const hasty = `
export function createHealthChecker(options, clock, probe) {
  const targets = new Map()
  const listeners = []
  let life = 0
  function heard(target, isWell) {
    target.failures = isWell ? 0 : target.failures + 1
    const next = isWell ? 'up' : target.failures >= options.fall ? 'down' : target.status
    if (next === target.status) return
    target.status = next
    for (const listener of listeners) listener(target.id, next, clock.now())
  }
  function ask(target, begun) {
    if (begun !== life) return
    clock.setTimeout(() => ask(target, begun), options.intervalMs)
    let isOpen = true
    const answer = (isWell) => {
      if (isOpen && begun === life) heard(target, isWell)
      isOpen = false
    }
    clock.setTimeout(() => answer(false), options.timeoutMs)
    probe(target.id).then(answer, () => answer(false))
  }
  return {
    add: (id) => targets.set(id, { id, status: 'unknown', failures: 0 }),
    remove: (id) => targets.delete(id),
    onChange: (listener) => listeners.push(listener),
    status: (id) => targets.get(id)?.status ?? 'unknown',
    start() { life += 1; for (const target of targets.values()) ask(target, life) },
    stop() { life += 1 },
  }
}
`

const SLIDE = 'One bad answer is enough for this checker'

test('a failure of a simulated run is a page with a drawing, and what was said stays text', async () => {
  await using folder = await temporaryKit('health-checker')
  const { kit } = folder
  expect(await failurePage(kit, 'health-checker')).toBeUndefined()

  await folder.type("throw new Error('<script>alert(1)</script>')")
  await createRunner(kit).runCheck('health-checker')
  const plain = await readFile((await failurePage(kit)) ?? '', 'utf8')
  expect(plain).toContain('&lt;script>alert(1)')
  expect(plain).not.toContain('<svg')
  expect(await diagramOfLast(kit)).toBeUndefined()
  expect(await lastToken(kit, 'health-checker')).toBeUndefined()
  expect(plain).not.toContain('handouts/')

  const handout = { file: 'control-handout.pdf', pages: { [SLIDE]: 3 } }
  const pages = JSON.stringify({ control: handout })
  await kit.disk.write(path.join(kit.root, 'handouts/pages.json'), Buffer.from(pages))
  await kit.disk.write(path.join(kit.root, 'handouts', handout.file), Buffer.from('%PDF'))
  await folder.type(hasty)
  const { verdict } = await createRunner(kit).runCheck('health-checker')
  expect(verdict.tests.filter(({ state }) => state === 'passed')).toHaveLength(5)
  const drawn = await readFile((await failurePage(kit)) ?? '', 'utf8')
  expect(drawn).toContain('<h2>Promise 11 of the brief</h2>')
  expect(drawn).toMatch(/<svg [^]+<\/svg>/)
  expect(await diagramOfLast(kit)).toMatch(/^sequenceDiagram/)
  const link = `<a href="../../handouts/control-handout.pdf#page=3">${SLIDE}</a>, page 3 of handouts/`
  expect(drawn).toContain(link)
  expect(drawn).toContain('Again: npx five-pillars check health-checker --replay last\n')
  expect(await lastToken(kit, 'health-checker')).toBe(verdict.tests.at(-1)?.replay)
})
