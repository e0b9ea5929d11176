import path from 'node:path'

import { formatVerdict, ownCommandFor, replayRun } from '@five-pillars/judge'

import { explain } from '../format/explain.ts'
import type { Kit } from '../kit/open-kit.ts'
import { workplaceOf } from '../kit/workplace.ts'
import { writeTrouble } from '../kit/write-trouble.ts'
import type { BriefLink } from './brief-link.ts'
import { tokenOf } from './broken-check.ts'
import { lastFailure } from './last-failure.ts'
import type { LastFailure } from './last-failure.ts'

const COLUMNS = 90

/**
 * Writes the last failure as a page that needs no server and no network, with its run as a space-time
 * diagram where there is one.
 *
 * @returns the absolute path of the page; undefined where there is no failure
 * @throws LearnerError `disk-full` or `cannot-write`
 */
export async function failurePage(kit: Kit, slug?: string): Promise<string | undefined> {
  const failure = await lastFailure(kit, slug)
  if (failure === undefined) return undefined
  const { exercise } = failure.verdict
  const { dir } = await workplaceOf(kit, exercise)
  const file = path.join(kit.work, 'last', `${exercise}.html`)
  const page = pageOf(failure, await drawingOf(failure, dir))
  try {
    await kit.disk.write(file, new TextEncoder().encode(page))
  } catch (error) {
    throw writeTrouble(error, 'the page', kit.work)
  }
  return file
}

/** Undefined where what broke is no simulated run, or cannot be run any more. */
async function drawingOf(
  { verdict }: LastFailure,
  exerciseDir: string,
): Promise<string | undefined> {
  const token = tokenOf(verdict)
  if (token === undefined) return undefined
  const replayed = await replayRun({ exerciseDir, token })
  return replayed.kind === 'ran' ? replayed.svg : undefined
}

function pageOf({ verdict, brief }: LastFailure, drawing: string | undefined): string {
  const text = formatVerdict(verdict, {
    columns: COLUMNS,
    color: false,
    explained: explain(brief),
    again: ownCommandFor(verdict),
  })
  const promise =
    brief === null
      ? ''
      : `<h2>Promise ${brief.promise} of the brief</h2>\n<p>${withCode(html(brief.text))}</p>\n${handoutLink(brief)}`
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${html(verdict.exercise)}: ${html(verdict.state)}</title>
<style>${STYLE}</style>
<h1>${html(verdict.exercise)}</h1>
<pre>${html(text)}</pre>
${promise}${drawing === undefined ? '' : `<h2>The run, with your file as it is now</h2>\n${drawing}`}</html>
`
}

/** From `.five-pillars/last/` to the kit. */
const TO_KIT = '../..'

/** A browser opens a PDF at the page. */
function handoutLink({ talk }: BriefLink): string {
  if (talk === null || talk.handout === null) return ''
  const { file, page } = talk.handout
  const href = `${TO_KIT}/${file}#page=${page}`
  return `<p><a href="${href}">${html(talk.slide)}</a>, page ${page} of ${file}</p>\n`
}

const STYLE = `
:root { --fp-paper: #faf9f5; --fp-ink: #1b1f24 }
@media (prefers-color-scheme: dark) {
  :root {
    color-scheme: dark; --fp-paper: #16191d; --fp-ink: #eceae4; --fp-ink-soft: #b4b8bd;
    --fp-line: #7d8288; --fp-accent-line: #b4b8bd; --fp-accent-fill: #6d747b;
    --fp-fault-line: #ff6b81; --fp-fault-text: #ff8496;
  }
}
body { background: var(--fp-paper); color: var(--fp-ink); font: 1rem/1.5 system-ui, sans-serif;
  max-width: 56rem; margin: 2rem auto; padding: 0 1rem }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 0.95rem }
svg { width: 100%; height: auto; overflow: visible }
`

function withCode(text: string): string {
  return text.replaceAll(/`([^`]+)`/g, '<code>$1</code>')
}

/** Whatever a submission says stays text. */
function html(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
