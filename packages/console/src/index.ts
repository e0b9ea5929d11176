export { openConsole } from './open-console.ts'
export type { Console, ConsoleOptions } from './open-console.ts'
export { ConsoleError } from './console-error.ts'
