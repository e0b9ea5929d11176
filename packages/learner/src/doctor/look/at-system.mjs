const OLDEST_NODE = 18

/** What isolated-vm is built for. */
const PLATFORMS = new Set(['linux-x64', 'linux-arm64', 'darwin-arm64', 'win32-x64'])

const FEWEST_COLUMNS = 60

/** @typedef {import('../machine.mjs').Machine} Machine */

/** @param {Machine} machine */
export function lookAtNode({ node }) {
  const isOld = Number.parseInt(node, 10) < OLDEST_NODE
  return { outcome: isOld ? 'too-old' : 'ok', detail: node }
}

/** @param {Machine} machine */
export function lookAtSystem({ platform, arch, glibc }) {
  const detail = `${platform}-${arch}`
  if (!PLATFORMS.has(detail)) return { outcome: 'unknown', detail }
  return { outcome: platform === 'linux' && glibc === undefined ? 'musl' : 'ok', detail }
}

/** @param {Machine} machine */
export function lookAtTerminal({ platform, env, isTerminal, columns }) {
  if (!isTerminal) return { outcome: 'none' }
  if (columns < FEWEST_COLUMNS) return { outcome: 'narrow', detail: `${columns} columns` }
  return {
    outcome: canShowSigns(platform, env) ? 'ok' : 'old-console',
    detail: `${columns} columns`,
  }
}

/** Windows Terminal and editors say who they are; elsewhere the locale tells. */
function canShowSigns(platform, env) {
  if (platform === 'win32') {
    return [env.WT_SESSION, env.TERM_PROGRAM, env.ConEmuANSI, env.TERM].some((name) => name)
  }
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || ''
  return platform === 'darwin' || /utf-?8/i.test(locale)
}
