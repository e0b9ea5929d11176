/** The command that makes a file writable; whoever made it read-only knows why. */
export function wayToWrite(name: string, platform: NodeJS.Platform): string {
  return platform === 'win32' ? `attrib -r ${name.replaceAll('/', '\\')}` : `chmod u+w ${name}`
}
