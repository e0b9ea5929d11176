import path from 'node:path'

const LINUX_NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
] as const
const LINUX_FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin'] as const
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'] as const
const WINDOWS_PATHS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
] as const
const WINDOWS_ROOTS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'] as const

/** Where Chrome, Chromium and Edge are on a platform when somebody has installed them, best first. */
export function installedPaths(platform: string, env: NodeJS.ProcessEnv): string[] {
  switch (platform) {
    case 'linux':
      return linuxPaths(env)
    case 'darwin':
      return macPaths(env)
    case 'win32':
      return windowsPaths(env)
    default:
      return []
  }
}

function linuxPaths(env: NodeJS.ProcessEnv): string[] {
  const named = (env['PATH'] ?? '').split(':').filter((folder) => path.posix.isAbsolute(folder))
  const folders = [...new Set([...named, ...LINUX_FOLDERS])]
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => path.posix.join(folder, name)))
}

function macPaths(env: NodeJS.ProcessEnv): string[] {
  const roots = ['', ...(env['HOME'] === undefined ? [] : [env['HOME']])]
  return MAC_APPS.flatMap((app) =>
    roots.map((root) => `${root}/Applications/${app}.app/Contents/MacOS/${app}`),
  )
}

function windowsPaths(env: NodeJS.ProcessEnv): string[] {
  // Windows keeps variables without regard to case; a copy of its environment does not.
  const byName = new Map(Object.entries(env).map(([name, value]) => [name.toUpperCase(), value]))
  const roots = WINDOWS_ROOTS.flatMap((name) => byName.get(name) ?? [])
  return WINDOWS_PATHS.flatMap((parts) => roots.map((root) => path.win32.join(root, ...parts)))
}
