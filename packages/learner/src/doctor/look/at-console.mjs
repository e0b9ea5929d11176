import { readFileSync } from 'node:fs'
import http from 'node:http'
import https from 'node:https'
import path from 'node:path'

const PATIENCE_MS = 3000

/** A console says hello in less; more is not read. */
const HELLO_CHARACTERS_MAX = 10_000

/**
 * Whether the console of the room answers, where the learner is in one. Nothing but hello is asked:
 * the token stays where it is.
 *
 * @param {import('../machine.mjs').Machine} machine
 * @param {{ version: string }} kit
 * @returns {Promise<{ outcome: string, detail?: string }>}
 */
export async function lookAtConsole({ root }, { version }) {
  const origin = originIn(path.join(root, '.five-pillars/joined/membership.json'))
  if (origin === undefined) return { outcome: 'none' }
  const said = await ask(origin)
  if (said === undefined) return { outcome: 'away', detail: origin }
  if (said.fivePillars !== 'console') return { outcome: 'strange', detail: origin }
  if (said.kit === version) return { outcome: 'ok', detail: origin }
  return { outcome: 'other-kit', detail: `${said.kit}, and yours is ${version}` }
}

/** As `join` keeps it; undefined where nobody joined, or the file is damaged. */
function originIn(file) {
  try {
    return new URL(JSON.parse(readFileSync(file, 'utf8')).origin).origin
  } catch {
    return undefined
  }
}

/** What answers; undefined where nothing does. Not by `fetch`, of which Node 18 warns. */
function ask(origin) {
  return new Promise((resolve) => {
    const { get } = origin.startsWith('https:') ? https : http
    const asked = get(`${origin}/api/hello`, { agent: false, timeout: PATIENCE_MS })
    const patience = setTimeout(() => asked.destroy(), PATIENCE_MS)
    const end = (said) => {
      clearTimeout(patience)
      resolve(said)
    }
    asked.once('timeout', () => asked.destroy())
    asked.once('error', () => end(undefined))
    asked.once('response', (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part) => {
        text += part
        if (text.length > HELLO_CHARACTERS_MAX) asked.destroy()
      })
      response.once('close', () => end(objectIn(text)))
    })
  })
}

/** What is no object is none of a console, either. */
function objectIn(text) {
  try {
    return Object(JSON.parse(text))
  } catch {
    return {}
  }
}
