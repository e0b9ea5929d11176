import { spawn } from 'node:child_process'

interface KillCommands {
  /** Sends a signal to a process, or to its whole group when the id is negative. */
  kill(pid: number, signal: 'SIGKILL'): void
  /** Starts a command and does not wait for it. */
  start(command: string, args: readonly string[]): void
}

const real: KillCommands = {
  kill: (pid, signal) => void process.kill(pid, signal),
  start: (command, args) =>
    void spawn(command, args, { stdio: 'ignore', windowsHide: true }).on('error', () => {}),
}

/**
 * Ends a process that was started as the leader of its group, and everything it started. A process
 * that is gone already is fine.
 */
export function killTree(pid: number, platform: NodeJS.Platform, commands = real): void {
  if (platform === 'win32') {
    commands.start('taskkill', ['/PID', String(pid), '/T', '/F'])
    return
  }
  try {
    commands.kill(-pid, 'SIGKILL')
  } catch (error) {
    if (!isGone(error)) throw error
  }
}

/** macOS says EPERM of a group in which nobody lives any more. */
function isGone(error: unknown): boolean {
  if (!(error instanceof Error && 'code' in error)) return false
  return error.code === 'ESRCH' || error.code === 'EPERM'
}
