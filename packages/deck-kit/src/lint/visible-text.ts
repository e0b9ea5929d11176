import type { DeckSlide } from './read-deck.ts'

/** Frontmatter that the layouts print. */
const PRINTED_KEYS = [
  'title',
  'subtitle',
  'speaker',
  'question',
  'options',
  'leftTitle',
  'rightTitle',
  'name',
  'when',
] as const

/** A tag with its attributes; a `>` inside quotes does not end it. */
const TAG = /<\/?[A-Za-z][^\s>/]*(?:"[^"]*"|'[^']*'|[^>"'])*>/g

/** What the audience reads on a slide: title, body and printed frontmatter, without code. */
export function visibleText(slide: DeckSlide): string {
  const printed = PRINTED_KEYS.flatMap((key) => texts(slide.frontmatter[key]))
  // The headmatter's title names the document; a cover prints its own heading.
  return [...printed, stripMarkdown(slide.body)].join('\n')
}

/** Body text without headings: what competes with a drawing for attention. */
export function textBeside(slide: DeckSlide): string {
  return stripMarkdown(slide.body.replaceAll(/^#+ .*$/gm, ''))
}

/** The text of a Vue template: what stands between its tags, without expressions. */
export function templateText(template: string): string {
  return template
    .replaceAll(/<!--[\s\S]*?-->/g, ' ')
    .replaceAll(TAG, ' ')
    .replaceAll(/\{\{[\s\S]*?\}\}/g, ' ')
}

/** The outermost `<template>` of a single-file component. */
export function templateOf(source: string): string {
  const start = source.indexOf('<template>')
  const end = source.lastIndexOf('</template>')
  return start < 0 || end < 0 ? '' : source.slice(start + '<template>'.length, end)
}

function stripMarkdown(markdown: string): string {
  return templateText(
    markdown
      .replaceAll(/^(`{3,})[\s\S]*?^\1\s*$/gm, ' ')
      .replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
      .replaceAll(/^<<< .*$/gm, ' ')
      .replaceAll(/^::[\w-]+::$/gm, ' ')
      .replaceAll(/`[^`\n]*`/g, ' ')
      .replaceAll(/^\s*\d+\. /gm, ' ')
      .replaceAll(/\]\([^)]*\)/g, '] '),
  )
}

function texts(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)]
  return Array.isArray(value) ? value.flatMap(texts) : []
}
