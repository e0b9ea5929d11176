/** The first check of a process: prints how long it took, in milliseconds. */
import { createRunner } from '../src/check/create-runner.ts'
import { temporaryKit } from '../src/kit/temporary-kit.ts'

await using folder = await temporaryKit('quorum')
const runner = createRunner(folder.kit)
const { ms } = await runner.runCheck('quorum')
runner.close()
console.log(Math.round(ms))
