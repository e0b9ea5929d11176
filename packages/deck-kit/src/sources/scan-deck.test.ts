import { describe, expect, test } from 'vitest'

import { scanDeck } from './scan-deck.ts'

function slide(content: string, frontmatter: Record<string, unknown> = {}) {
  return { content, frontmatter }
}

describe('scanDeck', () => {
  test('figures and claims are found in the order of the slides', () => {
    const slides = [
      slide('# One\n\nSome <Figure id="a-figure" /> here.'),
      slide('The sentence.', { layout: 'figure', figure: 'big-one' }),
      slide("<Claim\n  id='a-claim'\n>wording</Claim> and <Figure id='a-figure'/>"),
    ]
    expect(scanDeck(slides)).toEqual([
      { kind: 'figure', id: 'a-figure', slide: 1 },
      { kind: 'figure', id: 'big-one', slide: 2 },
      { kind: 'claim', id: 'a-claim', slide: 3 },
      { kind: 'figure', id: 'a-figure', slide: 3 },
    ])
  })

  test('so are the other things that have sources, and a row of the stack by its pillar', () => {
    const text = '<Contradiction id="a" />\n<Combination id="b" />\n<DeepDive id="c" />'
    expect(scanDeck([slide(`${text}\n<StackRow pillar="work" />`)])).toEqual([
      { kind: 'contradiction', id: 'a', slide: 1 },
      { kind: 'combination', id: 'b', slide: 1 },
      { kind: 'table', id: 'c', slide: 1 },
      { kind: 'stack', id: 'work', slide: 1 },
    ])
  })

  test('what a component of the deck shows, its slide shows, and so on down', () => {
    const components = new Map([
      ['Chart', '<template><Bars /><Figure id="in-chart" /></template>'],
      ['Bars', '<template><Chart /><Claim id="in-bars" /></template>'],
      ['Unused', '<Figure id="nowhere" />'],
    ])
    expect(scanDeck([slide('<Chart />\n<Chart />')], components)).toEqual([
      { kind: 'figure', id: 'in-chart', slide: 1 },
      { kind: 'claim', id: 'in-bars', slide: 1 },
    ])
  })

  test('a tag that only begins like one, and a bound id, are not uses', () => {
    expect(scanDeck([slide('<Figures id="x" /> <Figure :id="x" /> <Claimant id="y" />')])).toEqual(
      [],
    )
  })
})
