import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright'

import type { FindingKind } from '../finding.ts'
import type { StateFault } from './inspect.ts'

/**
 * The rules of axe that say something about slides and stay true when all click states are in one
 * page: the order of headings, landmarks and double ids do not.
 */
const STRUCTURE = [
  'image-alt',
  'svg-img-alt',
  'role-img-alt',
  'input-image-alt',
  'object-alt',
  'list',
  'listitem',
  'definition-list',
  'dlitem',
  'link-name',
  'button-name',
  'label',
  'aria-allowed-attr',
  'aria-hidden-focus',
  'aria-required-attr',
  'aria-required-children',
  'aria-roles',
  'aria-valid-attr',
  'aria-valid-attr-value',
  'frame-title',
  'nested-interactive',
  'td-headers-attr',
] as const
const CONTRAST = ['color-contrast']
const OPTIONS: RunOptions = {
  resultTypes: ['violations'],
  elementRef: true,
  selectors: false,
  preload: false,
}
/** Code lines that a click step dims on purpose, and what waits for its click. */
const DIMMED = ['.slidev-code-dishonored', '.slidev-vclick-hidden', '.slidev-vclick-fade']

declare global {
  interface Window {
    axe: { run(context: unknown, options: unknown): Promise<AxeResults> }
  }
}

interface Violation {
  state: string
  rule: string
  name: string
  problem: string
}

/** The structure of a page is the same in light and dark; only its colours need a second look. */
export type AxeRules = 'all' | 'contrast' | 'none'

/** Serious and critical violations of accessibility rules, in all click states of the page at once. */
export async function inspectWithAxe(page: Page, rules: AxeRules): Promise<StateFault[]> {
  if (rules === 'none') return []
  const values = rules === 'all' ? [...CONTRAST, ...STRUCTURE] : CONTRAST
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await axeSource())
  const dimmed = await page.evaluate(
    (selectors) => selectors.filter((each) => document.querySelector(each) !== null),
    DIMMED,
  )
  const violations = await page.evaluate(runAxe, {
    context: { include: [['#print-content']], exclude: dimmed.map((each) => [each]) },
    options: { ...OPTIONS, runOnly: { type: 'rule', values } },
  })
  return violations.map(({ state, rule, name, problem }) => ({
    state,
    kind: kindOf(rule),
    message: `${name}: ${problem}`,
    about: `${rule} ${name}`,
  }))
}

let source: Promise<string> | undefined

function axeSource(): Promise<string> {
  const file = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
  source ??= readFile(file, 'utf8')
  return source
}

async function runAxe(o: { context: unknown; options: unknown }): Promise<Violation[]> {
  const { violations } = await window.axe.run(o.context, o.options)
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  return serious.flatMap(({ id, help, nodes }) =>
    nodes.map(({ element, any }) => {
      const text = (element?.textContent ?? '').trim().replaceAll(/\s+/g, ' ')
      const start = text.length > 40 ? `"${text.slice(0, 40)}…"` : `"${text}"`
      const label = text === '' ? (element?.getAttribute('src') ?? '') : start
      const contrast = id === 'color-contrast' ? any[0]?.data : undefined
      return {
        state: element?.closest('.print-slide-container')?.id ?? '',
        rule: id,
        name: `<${element?.localName ?? '?'}> ${label}`.trim(),
        problem:
          contrast === undefined
            ? help
            : `${contrast.fgColor} on ${contrast.bgColor} is ${contrast.contrastRatio}:1; ` +
              `${contrast.expectedContrastRatio} is the least`,
      }
    }),
  )
}

function kindOf(rule: string): FindingKind {
  if (rule === 'color-contrast') return 'low-contrast'
  return rule.endsWith('-alt') ? 'no-alt-text' : 'accessibility'
}
