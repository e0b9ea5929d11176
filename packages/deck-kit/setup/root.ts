import { useNav } from '@slidev/client'
import { defineRootSetup } from '@slidev/types'

import { relaySlides } from '../src/relay/relay-slides.ts'
import { served } from '../src/relay/served.ts'

/** Does nothing but where the console serves the deck. */
export default defineRootSetup(() => {
  const console = served()
  const isRemote = location.hash.startsWith('#/remote')
  if (console !== undefined && !isRemote && !useNav().isPrintMode.value) relaySlides(console)
})
