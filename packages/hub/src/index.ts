export { NoFreePort, startHub } from './start-hub.ts'
export type { Hub, HubOptions } from './start-hub.ts'
