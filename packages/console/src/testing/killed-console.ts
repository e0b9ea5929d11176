/**
 * A console in a process of its own, to be killed: `node killed-console.ts <folder> <port> [<lanes>]`.
 * Sends its address, its code and its host's key once it listens, and the process id of its judge to
 * whoever asks.
 */
import { flushCompileCache } from 'node:module'

import { openConsole } from '../open-console.ts'
import { ROOT } from './open-room.ts'

const [folder = '', port = '0', lanes = '1'] = process.argv.slice(2)

const room = await openConsole({ root: ROOT, folder, port: Number(port), lanes: Number(lanes) })
const hostKey = new URL(room.hostUrl).hash.replace('#key=', '')
process.send?.({ url: room.url, roomCode: room.roomCode, hostKey, port: room.port })
// Whoever is killed writes nothing down at the end, and the next one would compile it all again.
flushCompileCache()
process.on('message', () => process.send?.({ judge: room.judgePid ?? null }))
// None outlives whoever started it.
process.once('disconnect', () => process.exit())
