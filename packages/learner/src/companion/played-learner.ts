/** The companion of the kit in a folder, for tests that press its keys: `node played-learner.ts <root>`. */
import { openKit } from '../kit/open-kit.ts'
import { learnAtTerminal } from './learn-at-terminal.ts'

const [root = '', workingText = ''] = process.argv.slice(2)

await learnAtTerminal({
  kit: openKit({ root, cwd: root }),
  color: process.stdout.isTTY ? process.stdout.hasColors() : false,
  openPage: async () => {},
  workingSources: [{ workingVersion: async () => ({ text: workingText, from: 'the test' }) }],
})
