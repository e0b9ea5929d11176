import { temporaryKit } from '../kit/temporary-kit.ts'
import type { TemporaryKit } from '../kit/temporary-kit.ts'
import { addressIn } from './address.ts'
import { joinRoom } from './join.ts'
import { LoopbackConsole } from './loopback-console.ts'

/** A learner's kit for tests, and the console of the room that its learner is in. */
export interface JoinedKit extends AsyncDisposable {
  readonly folder: TemporaryKit
  readonly room: LoopbackConsole
}

export async function joinedKit(made: Promise<TemporaryKit> = temporaryKit()): Promise<JoinedKit> {
  const folder = await made
  const room = await new LoopbackConsole().open()
  await joinRoom(folder.kit, addressIn(room.origin), { nickname: 'Ada', roomCode: 'ABC234' })
  return {
    folder,
    room,
    async [Symbol.asyncDispose]() {
      await room.kill()
      await folder[Symbol.asyncDispose]()
    },
  }
}
