import { createServer } from 'node:net'

import { expect, test } from 'vitest'

import { startHub } from './start-hub.ts'

const { Response: before } = globalThis
const root = import.meta.dirname

test('the hub listens on this machine and is gone when it is closed', async () => {
  const hub = await startHub({ root, port: 0 })
  expect(hub.url).toBe(`http://127.0.0.1:${hub.port}/`)
  expect((await fetch(hub.url)).status).toBe(200)
  await hub.close()
  await expect(fetch(hub.url)).rejects.toThrow('fetch failed')
})

test('others in its process keep the Response that they know', async () => {
  const hub = await startHub({ root, port: 0 })
  await fetch(hub.url)
  expect(globalThis.Response).toBe(before)
  await hub.close()
})

test('a taken port is passed over for the next free one', async () => {
  await using squatter = await squat(0)
  const hub = await startHub({ root, port: squatter.port })
  expect(hub.port).toBeGreaterThan(squatter.port)
  await hub.close()
})

test('where no port is left, the error names them and the way out', async () => {
  await using squatter = await squat(65_535)
  await expect(startHub({ root, port: squatter.port })).rejects.toThrow(
    expect.objectContaining({
      code: 'no-free-port',
      message: 'Port 65535 is taken.',
      fix: 'Choose another one, for example: PORT=4000 npm start',
    }),
  )
})

test('closing ends the build that runs and every stream', async () => {
  const { promise: started, resolve: start } = Promise.withResolvers<void>()
  let isEnded = false
  const hub = await startHub({
    root,
    port: 0,
    build: true,
    buildIslands: () => Promise.resolve(),
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

/** Keeps a port busy until it is disposed of; somebody else may keep it busy already. */
async function squat(port: number): Promise<AsyncDisposable & { port: number }> {
  const server = createServer()
  await new Promise<void>((up) => {
    server.once('error', () => up())
    server.listen(port, '127.0.0.1', up)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    async [Symbol.asyncDispose]() {
      await new Promise((down) => {
        server.close(down)
      })
    },
  }
}
