import { expect, test } from 'vitest'

import { findingOf } from './examine.mjs'
import { ageOf } from './main.mjs'
import { fixOn, LOOKS } from './outcomes.mjs'
import { findingsText } from './print.mjs'

/** Findings with one thing or another out of order. */
function findings(outcomes: Readonly<Record<string, string>>): ReturnType<typeof findingOf>[] {
  return LOOKS.map((look) => findingOf(look, { outcome: outcomes[look.id] ?? 'ok' }))
}

test('what is not in order comes with the command of its platform', () => {
  const found = findings({ watcher: 'no-watches', clock: 'behind', write: 'folder' })
  const brief = { color: false, columns: 80, isBrief: true }
  expect(findingsText(found, { platform: 'linux', ...brief })).toBe(`\
✗ Writing   you may not write in this folder
            sudo chown -R "$(id -u)" .
! Saves     too many files are watched already
            sudo sysctl fs.inotify.max_user_watches=524288 fs.inotify.max_user_instances=512
! Clock     set back: your own files are from the future
            sudo timedatectl set-ntp true

1 thing would stop you. Run the command below each ✗, then this again.
`)
  expect(findingsText(found, { platform: 'win32', ...brief })).toContain('w32tm /resync\n')
})

test('a machine in order needs a line for each look', () => {
  const text = findingsText(findings({}), { platform: 'darwin', color: false, columns: 80 })
  expect(text.split('\n')).toHaveLength(LOOKS.length + 3)
  expect(text).toMatch(/\n\nFit for the day\.\n$/)
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
})

test.each([60, 80])('every line but commands fits in %i columns, whatever was found', (columns) => {
  const options = { platform: 'linux', color: false, columns }
  for (const look of LOOKS) {
    for (const outcome of look.outcomes) {
      const text = findingsText(findings({ [look.id]: outcome.id }), options)
      const lines = text.split('\n').filter((line) => line.trim() !== fixOn(outcome, 'linux'))
      expect([outcome.id, Math.max(...lines.map(({ length }) => length)) <= columns]).toEqual([
        outcome.id,
        true,
      ])
    }
  }
})

test.each([
  ['0.1.0', ''],
  ['0.0.9', ', older than yours (0.1.0). Give them a new zip: npx five-pillars pack'],
  ['0.10.0', ', newer than yours (0.1.0). Bring yours up to date: git pull'],
])('a kit %s is compared with a host of 0.1.0', (version, said) => {
  expect(ageOf({ version, kit: '0000' }, { version: '0.1.0' })).toBe(said)
})
