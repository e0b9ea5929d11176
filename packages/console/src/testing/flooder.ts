/**
 * One learner's machine that asks far too much, in a process of its own:
 * `node flooder.ts <port> <token> <requests a second> <seconds>`. Sends how often each status was answered.
 */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'

import { learnerRoutes } from '@five-pillars/room'

const [port, token = '', perSecond, seconds] = process.argv.slice(2)

const CONNECTIONS = 10
const TICK_MS = 10
/** Whoever is late sends what is due, but no more at once than this. */
const AT_ONCE = 1000

const request = [
  `GET ${learnerRoutes.submission.path.replace(':id', randomUUID())} HTTP/1.1`,
  `host: 127.0.0.1:${port}`,
  `authorization: Bearer ${token}`,
  '',
  '',
].join('\r\n')

const statuses = new Map<number, number>()
const sockets = await Promise.all(Array.from({ length: CONNECTIONS }, opened))
const beganAt = performance.now()
let sent = 0
for (let passed = 0; passed < Number(seconds);) {
  passed = (performance.now() - beganAt) / 1000
  const due = Math.min(AT_ONCE, Math.floor(passed * Number(perSecond)) - sent)
  for (const socket of sockets) {
    // Whoever is not read cannot send: the console holds them off.
    if (socket.writableNeedDrain) continue
    const count = Math.ceil(due / CONNECTIONS)
    socket.write(request.repeat(count))
    sent += count
  }
  await setTimeout(TICK_MS)
}
await Promise.all(sockets.map(ended))
process.send?.({ sent, statuses: [...statuses] }, () => process.disconnect?.())

async function opened(): Promise<Socket> {
  const socket = connect({ port: Number(port), host: '127.0.0.1' })
  let rest = ''
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    const text = rest + chunk
    for (const [, status] of text.matchAll(/HTTP\/1\.1 (\d{3})/g)) {
      statuses.set(Number(status), (statuses.get(Number(status)) ?? 0) + 1)
    }
    // A head may come in two parts, and is counted once.
    rest = /HTT?P?\/?1?\.?1? ?\d{0,2}$/.exec(text)?.[0] ?? ''
  })
  socket.on('error', () => {})
  await once(socket, 'connect')
  return socket
}

async function ended(socket: Socket): Promise<void> {
  if (socket.destroyed) return
  const closed = once(socket, 'close')
  socket.destroy()
  await closed
}
