import { createServer as createPlain } from 'node:http'
import type { RequestListener } from 'node:http'
import { createServer as createSecure } from 'node:https'
import type { Server } from 'node:net'

import { describe, expect, test } from 'vitest'

import { LearnerError } from '../learner-error.ts'
import { addressIn } from './address.ts'
import { LoopbackConsole } from './loopback-console.ts'
import { reach } from './reach.ts'
import { selfSigned } from './self-signed.ts'

interface Served extends AsyncDisposable {
  readonly host: string
}

async function serve(server: Server): Promise<Served> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    host: `127.0.0.1:${address.port}`,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** What somebody is told who joins at an address. */
async function toldAt(typed: string): Promise<string> {
  return reach(addressIn(typed)).then(
    ({ kit }) => `kit ${kit}`,
    (error: unknown) =>
      error instanceof LearnerError ? `${error.message} ${error.fix}` : String(error),
  )
}

function answering(status: number, type: string, body: string): RequestListener {
  return (_, response) => {
    response.writeHead(status, { 'content-type': type, connection: 'close' })
    response.end(body)
  }
}

describe('where somebody joins', () => {
  test('a console says which kit judges, whatever page of it was copied', async () => {
    await using room = await new LoopbackConsole().open()
    expect(await toldAt(`${room.origin}/host#key=abc`)).toBe('kit 0.1.0')
  })

  test('https for a console that speaks http is told, with the command that works', async () => {
    await using room = await new LoopbackConsole().open()
    const host = room.origin.replace('http://', '')
    expect(await toldAt(`https://${host}`)).toBe(
      `What answers at ${host} speaks http, not https. Run: npx five-pillars join http://${host}`,
    )
  })

  test('and so is http for what speaks https', async () => {
    await using secure = await serve(createSecure(selfSigned))
    expect(await toldAt(secure.host)).toBe(
      `What answers at ${secure.host} speaks https, not http. Run: npx five-pillars join https://${secure.host}`,
    )
    expect(await toldAt(`https://${secure.host}`)).toBe(
      `https://${secure.host} has a certificate that this machine does not trust. Ask your host for another address.`,
    )
  })

  test('a slide, a page, another program, and nobody are told apart', async () => {
    const page = '<!doctype html><title>Router</title>'
    await using router = await serve(createPlain(answering(200, 'text/html', page)))
    await using deck = await serve(
      createPlain(answering(200, 'text/html', '<meta content="Slidev">')),
    )
    await using api = await serve(createPlain(answering(404, 'application/json', '{"error":1}')))
    await using closed = await serve(createPlain())
    await closed[Symbol.asyncDispose]()
    const way =
      'The address is on the projector. For example: npx five-pillars join 192.168.1.20:4200'
    expect(await toldAt(router.host)).toBe(
      `What answers at http://${router.host} is no console. ${way}`,
    )
    expect(await toldAt(api.host)).toBe(`What answers at http://${api.host} is no console. ${way}`)
    for (const typed of [deck.host, `${router.host}/#/12`]) {
      const { origin } = addressIn(typed)
      expect(await toldAt(typed)).toBe(
        `${origin} is the address of a deck, not of the console. ${way}`,
      )
    }
    expect(await toldAt(closed.host)).toBe(
      `The console does not answer at http://${closed.host}. Are you in the same network as your host, and is the address that of the projector?`,
    )
    expect(await toldAt('http://127.0.0.1')).toBe(
      `No console answers at http://127.0.0.1: the address has no port. ${way}`,
    )
    expect(await toldAt('no-such-machine.invalid:4200')).toBe(
      `There is no machine "no-such-machine.invalid" in this network. ${way}`,
    )
  })
})
