import { existsSync, statSync } from 'node:fs'
import path from 'node:path'

import { exercises } from '@five-pillars/content'

import { CliError } from '../cli-error.ts'
import { exerciseNamed } from '../names.ts'
import { progressBar } from '../progress-bar.ts'
import { root } from '../root.ts'

export interface JudgeAllOptions {
  all: string
  out?: string
}

/** `judge --all`: a folder of submissions, on all cores; exit code 0 once each has its verdict. */
export async function judgeFolder(
  name: string | undefined,
  options: JudgeAllOptions,
): Promise<void> {
  const { findSubmissions, judgeAll } = await import('@five-pillars/judge')
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
  const all = await judgeAll({
    submissions,
    out,
    exerciseDir: (slug) => path.join(root, exerciseNamed(slug).path),
    onProgress: ({ done, total, judged: { submission, verdict } }) => {
      const what = `${submission.learner} ${submission.slug}: ${verdict.state}`
      bar.update({ done: done / total, message: `${done} of ${total}  ${what}` })
    },
  }).finally(() => bar.stop())
  const passed = all.filter(({ verdict }) => verdict.state === 'passed').length
  const kept = all.filter(({ isKept }) => isKept).length
  console.log(`${all.length} judged, ${passed} passed${kept === 0 ? '' : `, ${kept} from before`}`)
  console.log(`${path.relative('', path.join(out, 'summary.md')) || '.'} and summary.csv`)
}
