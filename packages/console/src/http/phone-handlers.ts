import { readFile } from 'node:fs/promises'
import path from 'node:path'

import { decks } from '@five-pillars/content'

import { newPhoneSession, phoneRole } from '../acts/phones.ts'
import { enterSchema, moveSchema } from '../relay/relay-schemas.ts'
import { tellTalk } from '../relay/tell-talk.ts'
import type { Handlers } from './ask.ts'
import { phoneCookie } from './identify.ts'
import { Refused } from './refused.ts'
import { eventStream } from './stream.ts'

const FOLDER = path.join(import.meta.dirname, '../relay/phone')

const FILES: Readonly<Record<string, string>> = {
  'phone.js': 'text/javascript; charset=utf-8',
  'phone.css': 'text/css; charset=utf-8',
}

/** Phones: how they come in, where the talk is, and moving it. */
export const phoneHandlers: Handlers<
  'phone' | 'phoneFile' | 'relayEnter' | 'relayEvents' | 'relayMove' | 'relayRun'
> = {
  phone: () => file('phone.html', 'text/html; charset=utf-8'),
  phoneFile: async (_, { c }) => {
    const name = c.req.param('name') ?? ''
    const type = Object.hasOwn(FILES, name) ? FILES[name] : undefined
    if (type === undefined) throw new Refused('unknown', 'No such file.')
    return file(name, type)
  },
  relayEnter: async (desk, { c, body }) => {
    const role = phoneRole(desk, (await body(enterSchema)).token)
    if (role === undefined) {
      const message = 'This code is not one of this room any more. Ask the host for a new one.'
      throw new Refused('not-allowed', message)
    }
    const session = newPhoneSession(desk, role)
    c.header('set-cookie', phoneCookie(session))
    return c.json({ role, deck: desk.relay.current })
  },
  relayEvents: ({ relay }, { c, who }) => {
    const deck = c.req.query('deck')
    if (deck !== undefined) assertDeck(deck)
    const isMover = who.role !== 'follow'
    return eventStream(c, (stream) => tellTalk(stream, { relay, deck, isMover }))
  },
  relayMove: async ({ relay }, { c, body }) => {
    const move = await body(moveSchema)
    assertDeck(move.deck)
    return c.json(relay.move(move))
  },
  relayRun: ({ relay }, { c }) => {
    c.header('cache-control', 'no-store')
    return c.json(relay.shown)
  },
}

function assertDeck(deck: string): void {
  if (!decks.some(({ id }) => id === deck)) throw new Refused('unknown', 'There is no such deck.')
}

async function file(name: string, type: string): Promise<Response> {
  const content = await readFile(path.join(FOLDER, name), 'utf8')
  return new Response(content, { headers: { 'content-type': type, 'cache-control': 'no-cache' } })
}
