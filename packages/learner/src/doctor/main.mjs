import { readFileSync } from 'node:fs'
import path from 'node:path'

import { codeOf, readCode } from './code.mjs'
import { examine, findingOf } from './examine.mjs'
import { thisMachine } from './machine.mjs'
import { SHARED_LOOKS } from './outcomes.mjs'
import { findingsText } from './print.mjs'

const COULD_NOT = 2

const HELP = `doctor: what would stop you today, and the command that mends it

  npm run doctor                      look at this machine
  npm run doctor -- --share           one line with what was found, for the host
  npm run doctor -- --read <code>     what such a line says
  npm run doctor -- --json            for a program`

/**
 * What the command knows of the clone or kit it belongs to.
 *
 * @typedef {object} Place
 * @property {string} root
 * @property {string} id of the kit; `00000000` in a clone
 * @property {import('./look/at-kit.mjs').KitState} state
 * @property {boolean} isSetUp
 * @property {readonly string[]} platforms those whose packages the kit brings along
 * @property {() => boolean} asksRegistry takes 5 s at most
 */

/**
 * The command: looks at this machine, or reads what another one shared. Plain JavaScript for any Node
 * from 18 on, without any package: it runs before anything is installed.
 *
 * @param {readonly string[]} args
 * @param {Place} place
 * @returns {Promise<number>} exit code: 0 fit, 1 something would stop the day, 2 could not
 */
export async function doctor(args, place) {
  const version = JSON.parse(readFileSync(path.join(place.root, 'package.json'), 'utf8')).version
  const [first, second, ...others] = args
  if (first === '--read' && second !== undefined && others.length === 0) {
    return read(second, { version, kit: place.id.slice(0, 4) })
  }
  if (first === '--help' || first === '-h') {
    console.log(HELP)
    return 0
  }
  if (second !== undefined || ![undefined, '--share', '--json'].includes(first)) {
    console.error('doctor takes --share, --json or --read <code>, and nothing else.')
    return COULD_NOT
  }
  const machine = thisMachine(place.root)
  const findings = await examine(machine, { ...place, ...place.state, version })
  const outcomes = Object.fromEntries(findings.map(({ look, outcome }) => [look.id, outcome.id]))
  if (first === '--share') {
    const { platform, arch, node } = machine
    const kit = place.id.slice(0, 4)
    console.log(codeOf({ platform, arch, node: Number.parseInt(node, 10), version, kit, outcomes }))
  } else if (first === '--json') {
    const all = findings.map(({ look, outcome, detail }) => ({ look: look.id, ...outcome, detail }))
    console.log(JSON.stringify(all, undefined, 2))
  } else {
    const { platform, columns } = machine
    process.stdout.write(findingsText(findings, { platform, columns, color: hasColor() }))
  }
  return findings.some(({ outcome }) => outcome.level === 'bad') ? 1 : 0
}

function read(code, host) {
  const result = readCode(code)
  if (result.kind === 'refused') {
    console.error(`The code cannot be read. ${result.why}`)
    return COULD_NOT
  }
  const { shared } = result
  const findings = SHARED_LOOKS.map((look) =>
    findingOf(look, { outcome: shared.outcomes[look.id] }),
  )
  const age = ageOf(shared, host)
  console.log(`${shared.platform}-${shared.arch}, Node ${shared.node}, kit ${shared.version}${age}`)
  const { columns } = thisMachine('.')
  const options = { platform: shared.platform, columns, color: hasColor(), isBrief: true }
  process.stdout.write(findingsText(findings, options))
  return findings.some(({ outcome }) => outcome.level === 'bad') ? 1 : 0
}

/**
 * Verdicts of two kits need not agree.
 *
 * @param {{ version: string, kit: string }} theirs
 * @param {{ version: string }} host
 * @returns {string}
 */
export function ageOf(theirs, host) {
  const order = compare(theirs.version, host.version)
  const which = theirs.kit === '0000' ? '' : ` (${theirs.kit}…)`
  if (order === 0) return which
  return order < 0
    ? `${which}, older than yours (${host.version}). Give them a new zip: npx five-pillars pack`
    : `${which}, newer than yours (${host.version}). Bring yours up to date: git pull`
}

function compare(left, right) {
  const [a, b] = [left, right].map((text) => text.split('.').map(Number))
  const at = [0, 1, 2].find((index) => a[index] !== b[index])
  return at === undefined ? 0 : a[at] - b[at]
}

function hasColor() {
  if (process.env.NO_COLOR) return false
  return process.stdout.isTTY || ![undefined, '', '0'].includes(process.env.FORCE_COLOR)
}
