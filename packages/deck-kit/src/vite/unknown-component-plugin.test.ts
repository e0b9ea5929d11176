import { expect, test } from 'vitest'

import { unknownComponents } from './unknown-component-plugin.ts'

test('what compiled code still looks for at run time is unknown, once each', () => {
  const code = `
const _component_NoSuch = _resolveComponent("NoSuch")
const _component_RouterLink = _resolveComponent("RouterLink")
const _component_no_such = _resolveComponent("no-such")
_resolveComponent("NoSuch")
const _directive_click = _resolveDirective("click")`
  expect(unknownComponents(code)).toEqual(['NoSuch', 'no-such'])
})
