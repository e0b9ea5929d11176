import { spawnSync } from 'node:child_process'
import path from 'node:path'

import { encodeReview } from '@five-pillars/content'
import { describe, expect, test } from 'vitest'

/** Runs the command as a shell would, and returns what came of it. */
function fivePillars(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const main = path.join(import.meta.dirname, 'main.ts')
  return spawnSync(process.execPath, [main, ...args], {
    encoding: 'utf8',
    env: { ...process.env, CI: 'true', NO_COLOR: '1' },
  })
}

describe('names', () => {
  test('an unknown exercise gets the nearest name and exit code 2', () => {
    const { status, stderr } = fivePillars('judge', 'load-balancr')
    expect(stderr).toBe(
      'Exercise "load-balancr" does not exist. Did you mean "load-balancer"? Run: npx five-pillars list\n',
    )
    expect(status).toBe(2)
  })

  test('an unknown deck gets the nearest name and exit code 2', () => {
    const { status, stderr } = fivePillars('export', 'wrok')
    expect(stderr).toBe(
      'Deck "wrok" does not exist. Did you mean "work"? Run: npx five-pillars list\n',
    )
    expect(status).toBe(2)
  })

  test('a card is of a pillar and not of a deck', () => {
    const { status, stderr } = fivePillars('export', 'overview', '--format', 'card')
    expect(stderr).toBe(
      'Pillar "overview" does not exist. There are work, state, truth, control, intelligence.\n',
    )
    expect(status).toBe(2)
  })

  test('a name that is near nothing gets no guess', () => {
    const { stderr } = fivePillars('present', 'zzzzzzzzzz')
    expect(stderr).toBe('Deck "zzzzzzzzzz" does not exist. Run: npx five-pillars list\n')
  })

  test.each([
    [
      'trth/a',
      'Pillar "trth" does not exist. Did you mean "truth"? There are work, state, truth, ',
    ],
    [
      'truth',
      '"truth" is not a pillar and a slug. Run: npx five-pillars author new <pillar>/<slug>',
    ],
    ['truth/a/b', '"truth/a/b" is not a pillar and a slug.'],
    ['truth/TokenBucket', 'words. Run: npx five-pillars author new truth/token-bucket\n'],
    ['truth/../x', '"truth/../x" is not a pillar and a slug.'],
    ['truth/..', '".." is no slug'],
    [`truth/${'a'.repeat(25)}`, 'is too long: a slug has 24 characters at most, and this one 25.'],
    ['state/quorum', 'Exercise "quorum" exists already, in exercises/truth/quorum. Choose another'],
  ])('no exercise is made of %s', (name, text) => {
    const { status, stderr } = fivePillars('author', 'new', name)
    expect(stderr).toContain(text)
    expect(status).toBe(2)
  })

  test('names of objects are no names of decks', () => {
    expect(fivePillars('present', '__proto__').status).toBe(2)
    expect(fivePillars('check', 'constructor').status).toBe(2)
  })
})

describe('command line', () => {
  test.each([
    'hub',
    'host',
    'ask',
    'review',
    'list',
    'present',
    'export',
    'check',
    'learn',
    'hint',
    'show',
    'progress',
    'history',
    'diff',
    'restore',
    'reset',
    'catchup',
    'join',
    'submit',
    'hand',
    'leave',
    'judge',
    'author check',
    'author new',
    'pack',
    'unseal',
    'doctor',
  ])('the help of %s shows examples', (verb) => {
    const { status, stdout } = fivePillars(...verb.split(' '), '--help')
    expect(stdout).toContain(`npx five-pillars ${verb}`)
    expect(stdout).toContain('Examples:')
    expect(status).toBe(0)
  })

  test('an unknown verb gets the nearest one and exit code 2', () => {
    const { status, stderr } = fivePillars('jugde')
    expect(stderr).toContain('Did you mean judge?')
    expect(status).toBe(2)
  })
})

describe('a command line with a mistake', () => {
  test.each([
    ['hub', '--port', 'eighty'],
    ['ask', 'slwo'],
    ['review', '--format', 'pdf'],
    ['review', '--from', 's-0000-kkkkk-kkkkk-kkkkk'],
    ['hub', '--port', '70000'],
    ['export', '--format', 'docx'],
    ['present', 'work', '--minutes', '0'],
    ['present', 'work', '--minutes', 'ten'],
    ['export', '--format', 'html', '--with-clicks'],
    ['export', '--format', 'handout', '--paper', 'a3'],
    ['export', '--paper', 'a4'],
    ['judge'],
    ['judge', 'load-balancer', '--json', '--junit'],
    ['judge', 'load-balancer', '--json', '--format', 'junit'],
    ['judge', 'load-balancer', '--format', 'pdf'],
    ['check', 'load-balancer', '--format', 'gradescope'],
    ['check', 'load-balancer', '--seeds', 'many'],
    ['check', 'load-balancer', '--replay', 'last'],
    ['check', 'load-balancer', '--seeds', '3', '--json'],
    ['show', 'load-balancer', '--mermaid', '--open'],
    ['restore', 'load-balancer'],
    ['restore', 'load-balancer', 'first'],
    ['catchup'],
    ['join', '4200'],
    ['join', 'ftp://192.168.1.20'],
    ['submit', 'qourum'],
    ['hand', '--up'],
    ['leave', 'now'],
    ['hint', 'load-balancr'],
    ['progress', '--path', 'intern'],
    ['progress', '--graded', 'package.json'],
    ['progress', '--merge', 'no-such-file.json'],
  ])('%s %s %s is refused with exit code 2', (...args) => {
    expect(fivePillars(...args).status).toBe(2)
  })
})

describe('results', () => {
  test('a place of the tree is printed as it is, and an unknown one names the nearest', () => {
    const { status, stdout } = fivePillars('ask', 'lost-mistake')
    expect(stdout).toContain('Backup and restore')
    expect(status).toBe(0)
    const { id, end } = JSON.parse(fivePillars('ask', 'lost-mistake', '--json').stdout)
    expect([id, end]).toEqual([
      'lost-mistake',
      {
        pillar: 'state',
        patterns: ['backup-and-restore'],
        deck: 'state',
        exercise: 'hash-ring',
        figure: 'gitlab-backup-methods',
      },
    ])
    expect(fivePillars('ask', 'slwo').stderr).toBe(
      'The tree has no place "slwo". Did you mean "slow"? See them all: npx five-pillars ask --tree\n',
    )
  })

  test('a review is read from its word or from a link, in every format', () => {
    const token = encodeReview({ length: 'short', answers: { 'state-restore': 'unknown' } })
    const link = `http://127.0.0.1:3030/review/#${token}`
    const { stdout } = fivePillars('review', '--from', link, '--format', 'json')
    expect(JSON.parse(stdout)).toMatchObject({ token, known: 0, start: 'state' })
    const markdown = fivePillars('review', '--from', token, '--format', 'markdown').stdout
    expect(markdown).toContain('### State: When was the last restore')
    expect(fivePillars('review', '--from', 'hello').stderr).toBe(
      '"hello" is no review. Copy the whole of it. Take the review again: npx five-pillars review\n',
    )
  })

  test('a verdict is printed in the format that was asked for', { timeout: 60_000 }, () => {
    const formats = [
      ['junit', '<?xml version="1.0"'],
      ['gradescope', '{\n  "score": 0,'],
      ['github', '::error file='],
      ['markdown', '## ✗ load-balancer: threw, 0 of '],
    ] as const
    for (const [format, beginning] of formats) {
      const { status, stdout } = fivePillars('judge', 'load-balancer', '--format', format)
      expect(stdout.slice(0, beginning.length)).toBe(beginning)
      expect(status).toBe(1)
    }
  })

  test('list names every deck and exercise', () => {
    const { status, stdout } = fivePillars('list')
    for (const name of ['overview', 'work', 'load-balancer']) expect(stdout).toContain(name)
    expect(status).toBe(0)
  })
})

describe('host', () => {
  test('has a help with examples', () => {
    const { status, stdout } = fivePillars('host', '--help')
    expect(stdout).toContain('npx five-pillars host --lan 192.168.1.20')
    expect(status).toBe(0)
  })

  test.each([
    ['--port', '70000'],
    ['--public-url', 'room.example'],
    ['--public-url', 'https://room.example/path'],
    ['--lan', '203.0.113.7'],
    ['--agenda', 'no-such-file.json'],
    ['--room', 'no-such-room', '--forget'],
    ['--room', 'no-such-room', '--export', 'no-such-folder'],
  ])('with %j opens nothing, and exits with 2', (...args) => {
    const { status, stdout, stderr } = fivePillars('host', ...args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).not.toContain('Something went wrong')
  })
})
