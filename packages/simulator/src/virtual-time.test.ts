import fc from 'fast-check'
import { expect, test } from 'vitest'

import { settled, VirtualTime } from './virtual-time.ts'

const delays = fc.array(fc.nat({ max: 20 }), { maxLength: 12 })

test('what is due happens in the order of its times, equals in the order of asking', async () => {
  await fc.assert(
    fc.asyncProperty(delays, fc.nat({ max: 1000 }), async (all, startMs) => {
      const time = new VirtualTime(startMs)
      const seen: [number, number][] = []
      for (const [index, ms] of all.entries()) {
        time.clock.setTimeout(() => seen.push([time.now - startMs, index]), ms)
      }
      expect(time.timers).toBe(all.length)
      await time.pass(20)
      expect(time.timers).toBe(0)
      expect(time.now).toBe(startMs + 20)
      const wanted = [...all.entries()].map(([index, ms]): [number, number] => [ms, index])
      expect(seen).toEqual(wanted.toSorted(([a, first], [b, second]) => a - b || first - second))
    }),
  )
})

test('promises go on before time does, and nobody waits for a timer that was cleared', async () => {
  const time = new VirtualTime()
  const seen: number[] = []
  async function sleep(ms: number): Promise<void> {
    await new Promise<void>((resolve) => time.clock.setTimeout(resolve, ms))
    seen.push(time.now)
  }
  void sleep(5).then(() => sleep(0.25))
  time.clock.clearTimeout(time.clock.setTimeout(() => seen.push(NaN), 6))
  time.later(() => seen.push(time.now), 5.1)
  expect(time.timers).toBe(1)
  await time.pass(10)
  expect(seen).toEqual([5, 5.1, 5.25])
})

test('it is looked at once for each time, when all that was due has happened', async () => {
  const time = new VirtualTime()
  let done = 0
  const looks: [number, number][] = []
  for (const ms of [3, 3, 4]) time.later(() => done++, ms)
  await time.pass(9, () => looks.push([time.now, done]))
  expect(looks).toEqual([
    [0, 0],
    [3, 2],
    [4, 3],
  ])
})

test('a time is a number from 0 up, give or take what rounding takes, and timers have an end', async () => {
  const time = new VirtualTime(10)
  for (const ms of [-1, NaN, Infinity]) {
    expect(() => time.clock.setTimeout(() => {}, ms)).toThrow(/a time is a number from 0 up/)
  }
  let at = NaN
  time.clock.setTimeout(() => (at = time.now), 0.1 + 0.2 - 0.3 - 1e-9)
  await time.pass(0)
  expect(at).toBe(10)
  function again(): void {
    time.clock.setTimeout(again, 0)
  }
  again()
  await expect(time.pass(1)).rejects.toThrow('100000 timers, and no end')
})

test('promises settle without time: a timer that is due waits for time to pass', async () => {
  const time = new VirtualTime()
  const seen: string[] = []
  time.clock.setTimeout(() => seen.push('timer'), 0)
  void Promise.resolve().then(() => seen.push('promise'))
  await settled()
  expect(seen).toEqual(['promise'])
  await time.pass(0)
  expect(seen).toEqual(['promise', 'timer'])
})
