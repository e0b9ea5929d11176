import { spawn } from 'node:child_process'
import { once } from 'node:events'

import { expect, test } from 'vitest'

import { endTree, treeOf } from './end-tree.ts'

test('the tree is a process and all below it, parents first', () => {
  const parents = new Map([
    [1, 0],
    [10, 1],
    [11, 10],
    [12, 11],
    [13, 10],
    [20, 1],
  ])
  expect(treeOf(10, parents)).toEqual([10, 11, 13, 12])
})

test('a grandchild in a group of its own ends too', async () => {
  const forever = 'setInterval(() => {}, 1000)'
  const middle = `
    const options = { detached: true, stdio: ['ignore', 'inherit', 'ignore'] }
    require('node:child_process').spawn(process.execPath, ['-e', '${forever}'], options)
    console.log('both are there')
    ${forever}`
  const child = spawn(process.execPath, ['-e', middle], { stdio: ['ignore', 'pipe', 'ignore'] })
  await once(child.stdout, 'data')
  child.stdout.resume()
  endTree(child)
  // The pipe ends when the last process that holds it is gone.
  await once(child.stdout, 'end')
  expect(child.stdout.readableEnded).toBe(true)
})
