import { KitError } from './kit-error.ts'
import type { LockedPackage } from './lockfile.ts'

/** Platforms that the judge's isolate is built for: on others nothing can be checked. */
export const PLATFORMS = ['linux-x64', 'linux-arm64', 'darwin-arm64', 'win32-x64'] as const

export type Platform = (typeof PLATFORMS)[number]

/**
 * Reads `linux-x64,win32-x64`.
 *
 * @throws KitError `bad-platform`
 */
export function platformsFrom(text: string): Platform[] {
  const names = text.split(',').map((name) => name.trim())
  const bad = names.find((name) => !PLATFORMS.some((platform) => platform === name))
  if (bad !== undefined) {
    const known = PLATFORMS.join(', ')
    throw new KitError('bad-platform', `No kit can be made for "${bad}": there are ${known}.`)
  }
  return PLATFORMS.filter((platform) => names.includes(platform))
}

/** True where a package is for every machine, or for one of these platforms (of Linux: with glibc). */
export function isFor(
  { os, cpu, libc }: Pick<LockedPackage, 'os' | 'cpu' | 'libc'>,
  platforms: readonly Platform[],
): boolean {
  return platforms.some((platform) => {
    const [system = '', processor = ''] = platform.split('-')
    const isLibc = system !== 'linux' || libc === undefined || libc.includes('glibc')
    return allows(os, system) && allows(cpu, processor) && isLibc
  })
}

/** A list of npm's: names, or all but the names behind an exclamation mark. */
function allows(list: readonly string[] | undefined, name: string): boolean {
  if (list === undefined || list.includes('any')) return true
  if (list.includes(`!${name}`)) return false
  return list.includes(name) || list.every((entry) => entry.startsWith('!'))
}

/** The package that brings Node for a platform. */
export function nodePackage(platform: Platform): string {
  return `node-${platform.replace('win32', 'win')}`
}

/** The package that brings pnpm for a platform. */
export function pnpmPackage(platform: Platform): string {
  return `@pnpm/exe.${platform}`
}
