/** How far one deck's build is. */
export interface DeckProgress {
  deck: string
  /** 0 to 1. */
  done: number
  message: string
}

const PREFIX = /^@five-pillars\/deck-([\w-]+):(diagrams|build|single): ?(.*)$/

/** What Vite and Slidev say on the way, and how much of a usual build that is. */
const STEPS = [
  { task: 'diagrams', says: /\d+ diagrams/, done: 0.15, message: 'diagrams drawn' },
  { task: 'build', says: /transforming/, done: 0.3, message: 'reading slides' },
  { task: 'build', says: /modules transformed/, done: 0.7, message: 'slides read' },
  { task: 'build', says: /rendering chunks/, done: 0.8, message: 'writing pages' },
  { task: 'build', says: /built in/, done: 1, message: 'built' },
  { task: 'build', says: /cache hit/, done: 1, message: 'built before' },
] as const

/** The step that a line of turbo's stream tells of, if it tells of one. */
export function readTurboLine(line: string): DeckProgress | undefined {
  const [, deck, task, text = ''] = PREFIX.exec(line) ?? []
  const kind = task === 'single' ? 'build' : task
  const step = STEPS.find((each) => each.task === kind && each.says.test(text))
  if (deck === undefined || step === undefined) return undefined
  return { deck, done: step.done, message: step.message }
}
