import type { InjectionKey } from 'vue'

/** Id of the drawing's own hatch pattern: copies of a slide on one page must not share it. */
export const hatchKey: InjectionKey<string> = Symbol('hatch')
