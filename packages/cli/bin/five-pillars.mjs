#!/usr/bin/env node
// Starts the command on the project's own Node, whatever Node this machine has. Plain JavaScript:
// the Node that reads this line may not know TypeScript.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { projectNode } from './project-node.mjs'

const here = path.dirname(fileURLToPath(import.meta.url))
const root = path.resolve(here, '../../..')
const node = projectNode(root)

if (process.argv[2] === 'doctor') {
  // On the Node of this machine: it is one of the things that are looked at.
  const { runDoctor } = await import('./doctor.mjs')
  process.exitCode = await runDoctor(process.argv.slice(3), root)
} else if (node === undefined) {
  console.error('Five Pillars is not set up yet. Run: npm start')
  process.exitCode = 2
} else {
  start(node)
}

function start(binary) {
  // A learner's kit has a command of its own, without what is the host's.
  const main = ['main.ts', 'kit.ts']
    .map((name) => path.join(here, '../src', name))
    .find((file) => existsSync(file))
  const child = spawn(binary, [main, ...process.argv.slice(2)], {
    stdio: 'inherit',
    // Compiled modules of this command and of what it starts are kept: half the time to a verdict.
    env: { NODE_COMPILE_CACHE: path.join(root, '.cache', 'node'), ...process.env },
  })
  // A Ctrl-C in the terminal reaches the child as well: wait for it to clean up and take its word.
  process.on('SIGINT', () => {})
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    console.error(`Cannot start ${binary}: ${error.message}. Run: npm start`)
    process.exitCode = 2
  })
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (os.constants.signals[signal] ?? 0)
  })
}
