import { existsSync, statSync } from 'node:fs'
import path from 'node:path'

import { exercises } from '@five-pillars/content'

import { CliError } from '../cli-error.ts'
import { exerciseNamed } from '../names.ts'
import { progressBar } from '../progress-bar.ts'
import { renderError } from '../render-error.ts'
import { root } from '../root.ts'

const COULD_NOT = 2

export interface JudgeAllOptions {
  all: string
  out?: string
}

/** `judge --all`: a folder of submissions, on all cores; exit code 0 once each has its verdict, 2 where an exercise is damaged. */
export async function judgeFolder(
  name: string | undefined,
  options: JudgeAllOptions,
): Promise<void> {
  const { findSubmissions, judgeAll } = await import('@five-pillars/judge/host')
  const folder = path.resolve(options.all)
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    const fix =
      'Name a folder with a folder for each learner: npx five-pillars judge --all class --out results'
    throw new CliError('no-folder', `"${options.all}" is not a folder.`, fix)
  }
  const only = name === undefined ? undefined : exerciseNamed(name).slug
  const slugs = exercises.map(({ slug }) => slug)
  const { submissions, strangers } = await findSubmissions(folder, slugs, only)
  if (submissions.length === 0) {
    const fix = `Files are named after their exercise, as in ada/${slugs[0]}.ts; or name the exercise.`
    throw new CliError('no-submissions', `There is no submission in "${options.all}".`, fix)
  }
  for (const file of strangers) console.error(`Left out: ${file} is named after no exercise.`)
  const out = path.resolve(options.out ?? 'results')
  const bar = progressBar('judging')
  const { judged, notJudged } = await judgeAll({
    submissions,
    out,
    exerciseDir: (slug) => path.join(root, exerciseNamed(slug).path),
    onProgress: ({ done, total, submission, state }) => {
      const what = `${submission.learner} ${submission.slug}: ${state}`
      bar.update({ done: done / total, message: `${done} of ${total}  ${what}` })
    },
  }).finally(() => bar.stop())
  const passed = judged.filter(({ verdict }) => verdict.state === 'passed').length
  const kept = judged.filter(({ isKept }) => isKept).length
  console.log(
    `${judged.length} judged, ${passed} passed${kept === 0 ? '' : `, ${kept} from before`}`,
  )
  console.log(`${path.relative('', path.join(out, 'summary.md')) || '.'} and summary.csv`)
  if (notJudged.length === 0) return
  console.error(`${notJudged.length} not judged, through no fault of theirs:`)
  for (const text of new Set(notJudged.map(({ error }) => renderError(error)))) console.error(text)
  process.exitCode = COULD_NOT
}
