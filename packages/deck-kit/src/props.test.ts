import { globSync, readFileSync } from 'node:fs'

import { expect, test } from 'vitest'
import { compileScript, parse } from 'vue/compiler-sfc'

const files = globSync('{components,layouts,src}/**/*.vue')

/**
 * To learn what a prop is at run time, the compiler follows a named type into its file, and loads
 * TypeScript for that: 0.7 s of every start. `\`${Name}\`` says the same and is not followed.
 */
test.each(files)('the props of %s are told without TypeScript', (file) => {
  const { descriptor } = parse(readFileSync(file, 'utf8'), { filename: file })
  const asked: string[] = []
  const fs = {
    fileExists: (path: string): boolean => {
      asked.push(path)
      return false
    },
    readFile: (): undefined => undefined,
  }
  try {
    if (descriptor.scriptSetup !== null) compileScript(descriptor, { id: file, fs })
  } catch (error) {
    asked.push(String(error))
  }
  expect(asked).toEqual([])
})
