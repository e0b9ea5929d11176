import { createServer } from 'node:net'

const MOST_TRIES = 50

/** No port from the wanted one on is free. */
class PortsTaken extends Error {
  readonly code = 'ports-taken'
  readonly fix = 'Name another one with --port.'

  constructor(first: number, last: number) {
    super(`Ports ${first} to ${last} are all taken.`)
    this.name = 'PortsTaken'
  }
}

/** The first free port from `wanted` on; 0 gives any free one. */
export async function freePort(wanted: number, host: string): Promise<number> {
  for (let port = wanted; port < wanted + MOST_TRIES; port += 1) {
    const found = await tryPort(port, host)
    if (found !== undefined) return found
  }
  throw new PortsTaken(wanted, wanted + MOST_TRIES - 1)
}

function tryPort(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address()
      const bound = typeof address === 'object' ? address?.port : undefined
      server.close(() => resolve(bound))
    })
  })
}
