import { createServer } from 'node:net'
import type { AddressInfo, Server } from 'node:net'

import { expect, test } from 'vitest'

import { freePort } from './free-port.ts'

const HOST = '127.0.0.1'

function occupy(): Promise<{ server: Server; port: number }> {
  return new Promise((resolve, reject) => {
    const server = createServer().listen(0, HOST, () => {
      const address: AddressInfo | string | null = server.address()
      if (address === null || typeof address === 'string') reject(new Error('no port'))
      else resolve({ server, port: address.port })
    })
  })
}

test('a taken port is passed over', async () => {
  const { server, port } = await occupy()
  expect(await freePort(port, HOST)).toBeGreaterThan(port)
  server.close()
})

test('port 0 gives any free port', async () => {
  expect(await freePort(0, HOST)).toBeGreaterThan(0)
})
