/**
 * A console in a process of its own, to be killed: `node killed-console.ts <folder> <port>`. Prints its
 * address, its code, its host's key, and each process id of its judge.
 */
import { openConsole } from '../open-console.ts'
import { ROOT } from './open-room.ts'

const [folder = '', port = '0'] = process.argv.slice(2)

const room = await openConsole({ root: ROOT, folder, port: Number(port), lanes: 1 })
const hostKey = new URL(room.hostUrl).hash.replace('#key=', '')
process.send?.({ url: room.url, roomCode: room.roomCode, hostKey, port: room.port })
process.on('message', () => process.send?.({ judge: room.judgePid ?? null }))
