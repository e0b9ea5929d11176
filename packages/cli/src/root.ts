import path from 'node:path'

/** Folder of the clone or kit that this command belongs to. */
export const root = path.resolve(import.meta.dirname, '../../..')
