import FlawRound from '@five-pillars/deck-kit/FlawRound.vue'

import { mount } from '../mount.ts'

mount('[data-flaws]', FlawRound)
