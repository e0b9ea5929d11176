import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'

import { expect, test } from 'vitest'

import { startHub } from './start-hub.ts'

const root = import.meta.dirname

test('the hub listens on this machine and is gone when it is closed', async () => {
  const hub = await startHub({ root, port: 0 })
  expect(hub.url).toBe(`http://127.0.0.1:${hub.port}/`)
  expect((await fetch(hub.url)).status).toBe(200)
  await hub.close()
  await expect(fetch(hub.url)).rejects.toThrow('fetch failed')
})

test('a taken port is passed over for the next free one, and that is told', async () => {
  const squatter = createServer()
  await new Promise<void>((up) => squatter.listen(0, '127.0.0.1', up))
  const { port } = addressOf(squatter.address())
  const told: [number, number][] = []
  const hub = await startHub({ root, port, onPortTaken: (...ports) => told.push(ports) })
  expect(hub.port).toBeGreaterThan(port)
  expect(told).toEqual([[port, hub.port]])
  await hub.close()
  await new Promise((down) => squatter.close(down))
})

test('closing ends the build that runs and every stream', async () => {
  const { promise: started, resolve: start } = Promise.withResolvers<void>()
  let isEnded = false
  const hub = await startHub({
    root,
    port: 0,
    build: true,
    buildDeck: async ({ signal }) => {
      start()
      await new Promise((stop) => signal.addEventListener('abort', stop))
      isEnded = true
    },
  })
  await started
  const events = await fetch(`${hub.url}events`)
  await hub.close()
  expect(isEnded).toBe(true)
  await events.text().catch(() => 'cut')
})

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new TypeError('not a TCP address')
  return address
}
