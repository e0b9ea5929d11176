import { spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'

/**
 * Ends a process and everything under it, at once. Ending its group is not enough: turbo gives
 * each task a group of its own, and pnpm does so again.
 */
export function endTree({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' })
    return
  }
  // Parents first: who is gone starts nothing new.
  for (const each of treeOf(pid, parents())) kill(each)
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended by itself in the meantime.
  }
}

/** The process and its descendants, each after its parent. */
export function treeOf(root: number, parentOf: ReadonlyMap<number, number>): number[] {
  const tree = [root]
  // The list grows while it is walked.
  for (const pid of tree) {
    for (const [child, parent] of parentOf) if (parent === pid) tree.push(child)
  }
  return tree
}

/** Parent of every process of this machine, by process id. */
function parents(): Map<number, number> {
  if (process.platform === 'linux') return new Map(linuxProcesses())
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  const rows = [...stdout.matchAll(/^\s*(\d+)\s+(\d+)\s*$/gm)]
  return new Map(rows.map(([, pid, parent]) => [Number(pid), Number(parent)]))
}

/** Read from /proc, since a bare Linux may have no `ps`. */
function* linuxProcesses(): Generator<[pid: number, parent: number]> {
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const parent = parentFromStat(name)
    if (parent !== undefined) yield [Number(name), parent]
  }
}

function parentFromStat(pid: string): number | undefined {
  try {
    // The name in parentheses may hold anything; state and parent follow the last of them.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const parent = stat.slice(stat.lastIndexOf(')') + 1).split(' ')[2]
    return parent === undefined ? undefined : Number(parent)
  } catch {
    return undefined
  }
}
