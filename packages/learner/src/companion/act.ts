import path from 'node:path'

import { formatCalls, replayRun } from '@five-pillars/judge'

import type { Runner } from '../check/create-runner.ts'
import type { Screen } from '../format/style.ts'
import { failurePage } from '../check/failure-page.ts'
import { givenHint, hintAt, nextHint } from '../hints/hints.ts'
import type { Kit } from '../kit/open-kit.ts'
import { workplaceOf } from '../kit/workplace.ts'
import { noteOpened, skip } from '../progress/note.ts'
import { noteJudged } from '../room/note-judged.ts'
import { history } from '../store/history.ts'
import { catchUp, reset, restore } from '../store/replace.ts'
import type { Replaced } from '../store/replace.ts'
import { save } from '../store/save.ts'
import type { WorkingSource } from '../store/working-source.ts'
import type { RoomDeed } from './act-in-room.ts'
import type { Effect, Event, View } from './state.ts'
import { troubleOf } from './trouble-of.ts'

/** What the companion's hands are. */
export interface Tools {
  readonly kit: Kit
  readonly runner: Runner
  readonly workingSources: readonly WorkingSource[]
  /** Opens a page of the disk in the browser of this machine. */
  readonly openPage: (file: string) => Promise<void>
  /** What the terminal shows at this moment. */
  readonly screen: () => Screen
}

/** All effects but those of the terminal itself, and of the room. */
export type Deed = Exclude<Effect, RoomDeed | { kind: 'ask' | 'watch' | 'end' }>

/** Does it. Whatever goes wrong becomes a sentence: nothing is thrown. */
export async function act(tools: Tools, deed: Deed): Promise<Event | undefined> {
  try {
    return await done(tools, deed)
  } catch (error) {
    const trouble = troubleOf(error)
    if (deed.kind === 'check') return { kind: 'not-checked', slug: deed.slug, trouble }
    return { kind: 'told', note: `${trouble.text} ${trouble.fix}` }
  }
}

async function done(tools: Tools, deed: Deed): Promise<Event | undefined> {
  const { kit, runner } = tools
  const { slug } = deed
  switch (deed.kind) {
    case 'check':
      return { kind: 'checked', slug, checked: await runner.runCheck(slug) }
    case 'keep':
      await save(kit, slug, 'save')
      return undefined
    case 'open': {
      // What was there before anything was typed is a version too.
      if ((await history(kit, slug)).length === 0) await save(kit, slug, 'starter')
      return { kind: 'progress', progress: await noteOpened(kit, slug) }
    }
    case 'skip':
      return { kind: 'progress', progress: await skip(kit, slug) }
    case 'brief':
      return { kind: 'view', slug, view: await briefOf(kit, deed) }
    case 'hint':
      return { kind: 'view', slug, view: { kind: 'hint', hint: await nextHint(kit, slug) } }
    case 'given-hint':
      return {
        kind: 'view',
        slug,
        view: { kind: 'hint', hint: await givenHint(kit, slug, deed.level) },
      }
    case 'diagram':
      return { kind: 'told', note: await draw(tools, slug) }
    case 'replay':
      return { kind: 'view', slug, view: await replayOf(tools, deed) }
    case 'versions':
      return { kind: 'versions', slug, versions: await history(kit, slug) }
    case 'restore':
      return replaced(await restore(kit, slug, deed.number))
    case 'reset':
      return replaced(await reset(kit, slug))
    case 'graded':
      return { kind: 'progress', progress: await noteJudged(kit, deed.submission) }
    case 'released-hint': {
      const hint = await hintAt(kit, slug, deed.level)
      return { kind: 'room', sign: { kind: 'hint', given: { exercise: slug, hint } } }
    }
    case 'catch-up':
      return replaced(await catchUp(kit, slug, tools.workingSources))
  }
}

async function briefOf(kit: Kit, { slug, link }: Extract<Deed, { kind: 'brief' }>): Promise<View> {
  const { brief, exercise } = await workplaceOf(kit, slug)
  const content = await kit.disk.read(brief)
  if (content !== undefined) {
    return { kind: 'brief', markdown: new TextDecoder().decode(content), link }
  }
  const text = `${exercise.path}/README.md is not there. Take it from the zip of the kit once more.`
  return { kind: 'text', title: 'Brief', lines: [text] }
}

async function replayOf(
  { kit, screen }: Tools,
  { slug, token }: Extract<Deed, { kind: 'replay' }>,
): Promise<View> {
  const { dir } = await workplaceOf(kit, slug)
  const { columns, color } = screen()
  const replayed = await replayRun({ exerciseDir: dir, token, columns })
  const title = 'The same once more, with your file as it is now'
  if (replayed.kind === 'refused') {
    return { kind: 'text', title, lines: [replayed.text, replayed.fix] }
  }
  const text =
    replayed.kind === 'called' ? formatCalls(replayed, { columns, color }) : replayed.story
  return { kind: 'text', title, lines: text.replace(/\n+$/, '').split('\n') }
}

async function draw({ kit, openPage }: Tools, slug: string): Promise<string> {
  const file = await failurePage(kit, slug)
  if (file === undefined) return 'There is no broken promise to draw.'
  await openPage(file)
  return `In the browser: ${path.relative(kit.root, file)}`
}

/** The check comes of itself: the file was written. */
function replaced({ before, from }: Replaced): Event {
  const back = before === null ? '' : ` Yours is version ${before.number}: v takes it back.`
  return { kind: 'told', note: `Your file is now ${from}.${back}` }
}
