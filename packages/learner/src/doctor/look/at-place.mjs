/** Node's own modules and npm's nest deeply; Windows stops at 260 characters. */
const LONGEST_ROOT = 100

const SYNCED =
  /[\\/](?:OneDrive[^\\/]*|Dropbox|Google Drive|My Drive|iCloud Drive|Mobile Documents)[\\/]/i

/**
 * Told by the path alone: Windows disks seen from Linux, synchronized folders, the inside of a zip.
 *
 * @param {import('../machine.mjs').Machine} machine
 */
export function lookAtPlace({ platform, root, release, env }) {
  if (platform === 'win32') {
    if (/\\Temp\\.*\.zip\\/i.test(root)) return { outcome: 'inside-zip' }
    if (/^\\\\(?![?.]\\)/.test(root)) return { outcome: 'network-path' }
    if (SYNCED.test(`${root}\\`)) return { outcome: 'synced' }
    const isLong = root.length > LONGEST_ROOT
    return isLong
      ? { outcome: 'long-path', detail: `${root.length} characters` }
      : { outcome: 'ok' }
  }
  const isWindowsBelow = /microsoft/i.test(release) || env.WSL_DISTRO_NAME !== undefined
  if (platform === 'linux' && isWindowsBelow && /^\/mnt\/[a-z](?:\/|$)/.test(root)) {
    return { outcome: 'windows-mount' }
  }
  return { outcome: SYNCED.test(`${root}/`) ? 'synced' : 'ok' }
}
