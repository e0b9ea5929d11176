import { describe, expect, test } from 'vitest'

import { readTrace, TRACES } from '../../fixtures/read-trace.ts'
import { storyOf } from './story-of.ts'
import { traceMermaid } from './trace-mermaid.ts'
import { traceSvg } from './trace-svg.ts'
import { traceText } from './trace-text.ts'

const GOLDEN = '../../fixtures/traces/golden'

describe.each(TRACES)('%s', (name) => {
  const trace = readTrace(name)

  test.each([
    ['txt', traceText(trace)],
    ['story.txt', storyOf(trace)],
    ['narrow.story.txt', storyOf(trace, { columns: 60 })],
    ['mmd', traceMermaid(trace)],
    ['svg', traceSvg(trace)],
  ])('its %s is the reviewed one', async (extension, text) => {
    await expect(text).toMatchFileSnapshot(`${GOLDEN}/${name}.${extension}`)
  })
})
