import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import example from '../../example/stale-leader.trace.json'
import { progressAt } from './flight.ts'
import { readTrace } from './read-trace.ts'
import { isSameScene, prepareRun, sceneAt } from './run.ts'
import type { Run } from './run.ts'
import { smallTrace } from './small-trace.ts'
import { spansAt } from './span-index.ts'
import { stillTime } from './still-time.ts'

function exampleRun(): Run {
  const read = readTrace(example)
  if (read.kind !== 'trace') throw new Error(read.why)
  return prepareRun(read.trace)
}

const run = exampleRun()

/** What is to be seen at a time, in lines. */
function picture(at: number): string[] {
  const scene = sceneAt(run, at)
  const nodes = [...scene.state.nodes].map(([id, { status, rank }]) => `${id}:${status}:${rank}`)
  return [
    scene.caption?.text ?? '',
    nodes.filter((text) => !text.endsWith(':up:follows')).join(' '),
    scene.notes.map(({ node, text }) => `${node} "${text}"`).join(' '),
    scene.calls
      .map(
        (call) =>
          `${call.client}: ${call.text}${scene.answered.has(call) ? ` → ${call.answer}` : ''}`,
      )
      .join(' '),
    spansAt(run.flights, at)
      .map((flight) => {
        const { way, isLost } = progressAt(flight, at)
        return `${flight.sender}${flight.receiver} ${isLost ? '×' : way.toFixed(1)}`
      })
      .join(', '),
  ]
}

describe('the example', () => {
  test.each([
    [
      'asks for votes, one of which is lost',
      80,
      ['stale-leader: 5 servers, 2 clients', '', '', '', 'ab 0.6, ac 0.5, ad 0.5, ae ×'],
    ],
    [
      'is divided',
      410,
      [
        'partition a, b | c, d, e',
        'a:up:leads',
        '',
        'x: write r = 1 → ok',
        'ab 0.6, ac ×, ad ×, ae 0.5',
      ],
    ],
    [
      'has a leader that was one',
      560,
      [
        'partition a, b | c, d, e',
        'a:up:led d:up:leads',
        'd "leader term 2"',
        '',
        'dc 0.5, de 0.4',
      ],
    ],
    [
      'is found broken',
      812,
      [
        'broken: a read sees the last write. x read 1 after y had written 2',
        'a:up:led d:up:leads',
        '',
        'x: read r → 1',
        '',
      ],
    ],
    [
      'has lost a server, and another one stands still',
      906,
      [
        'pause b · crash e · partition a, b | c, d, e',
        'a:up:led b:paused:follows d:up:leads e:down:follows',
        '',
        '',
        'de ×',
      ],
    ],
  ] as const)('%s', (_, at, lines) => {
    expect(picture(at).filter((line) => line !== '')).toEqual(lines.filter((line) => line !== ''))
  })

  test('is the same picture whichever way one came to it', () => {
    const time = fc.double({ min: 0, max: 1400, noNaN: true })
    fc.assert(
      fc.property(time, time, (at, elsewhere) => {
        const first = sceneAt(run, at)
        sceneAt(run, elsewhere)
        expect(isSameScene(first, sceneAt(run, at))).toBe(true)
      }),
    )
  })
})

test('a caption tells what still lasts when another fault ends', () => {
  expect([950, 970, 1060, 1095, 1400].map((at) => sceneAt(run, at).caption?.text)).toEqual([
    'crash e · partition a, b | c, d, e',
    'crash e',
    'over: crash e',
    'healed: all faults end here',
    'healed: all faults end here',
  ])
})

test('the tallest queue of a run is known before it is played', () => {
  const { tallest } = prepareRun(
    smallTrace({
      show: { gauges: ['queue', 'open'] },
      events: [
        { at: 1, kind: 'emit', node: 'a', event: 'queue', data: 9 },
        { at: 2, kind: 'emit', node: 'b', event: 'queue', data: 3 },
      ],
    }),
  )
  expect(tallest).toEqual([9, 0])
})

test('the picture on paper is of the time asked for, of the finding, or of the end', () => {
  const healthy = prepareRun(smallTrace({}))
  expect([stillTime(run, 100), stillTime(run), stillTime(healthy), stillTime(run, 1e9)]).toEqual([
    100, 812, 1000, 1400,
  ])
})
