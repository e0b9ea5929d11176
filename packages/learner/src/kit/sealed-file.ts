/** Where the sealed solution of an exercise lies in a kit. */
export function sealedFile(exerciseFolder: string): string {
  return `${exerciseFolder}/solution.age`
}
