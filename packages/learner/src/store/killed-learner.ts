/**
 * A learner's minute in a process of its own, which is killed at a given step of a given write:
 * `node killed-learner.ts <root> <step>`. Prints what was typed, line by line.
 */
import { writeFileSync, writeSync } from 'node:fs'
import fs from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'

import { openKit } from '../kit/open-kit.ts'
import { workplaceOf } from '../kit/workplace.ts'
import { choosePath, skip } from '../progress/note.ts'
import { catchUp, reset, restore } from './replace.ts'
import { save } from './save.ts'

const [root = '', lastStep = ''] = process.argv.slice(2)
let stepsLeft = Number(lastStep)

/** Nothing of this process runs after the last step. */
function step(): void {
  stepsLeft -= 1
  if (stepsLeft === 0) process.kill(process.pid, 'SIGKILL')
}

await dieAtSteps()
await live()
writeSync(1, `steps ${Number(lastStep) - stepsLeft}\n`)

/** Before and after each change of the disk, and with half of a text written. */
async function dieAtSteps(): Promise<void> {
  const { rename, rm, mkdir } = fs
  const probe = await fs.open(import.meta.filename)
  const prototype: { writeFile: typeof probe.writeFile } = Object.getPrototypeOf(probe)
  await probe.close()
  const { writeFile } = prototype
  prototype.writeFile = async function half(this: typeof probe, data, options) {
    if (typeof data !== 'string' && !(data instanceof Uint8Array)) throw new TypeError('no text')
    const middle = Math.floor(data.length / 2)
    step()
    await writeFile.call(this, data.slice(0, middle), options)
    step()
    await writeFile.call(this, data.slice(middle), options)
    step()
  }
  Object.assign(fs, { rename: dying(rename), rm: dying(rm), mkdir: dying(mkdir) })
  syncBuiltinESMExports()
}

function dying<Arguments extends unknown[], Result>(
  change: (...args: Arguments) => Promise<Result>,
): (...args: Arguments) => Promise<Result> {
  return async (...args) => {
    step()
    const result = await change(...args)
    step()
    return result
  }
}

async function live(): Promise<void> {
  const kit = openKit({ root, cwd: root })
  const { file } = await workplaceOf(kit, 'quorum')
  const working = {
    workingVersion: async () => ({ text: '// it works', from: 'the test' }),
  }
  const actions = [
    () => save(kit, 'quorum', 'starter'),
    () => restore(kit, 'quorum', 1),
    () => save(kit, 'quorum', 'check').then(() => skip(kit, 'quorum')),
    () => catchUp(kit, 'quorum', [working]),
    () => save(kit, 'quorum', 'check').then(() => choosePath(kit, 'senior')),
    () => reset(kit, 'quorum'),
  ]
  for (const [index, action] of actions.entries()) {
    const text = `// typed ${index}`
    writeFileSync(file, text)
    writeSync(1, `${text}\n`)
    await action()
  }
}
