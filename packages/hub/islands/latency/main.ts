import LatencyBudget from '@five-pillars/deck-kit/LatencyBudget.vue'

import { mount } from '../mount.ts'

mount('[data-latency]', LatencyBudget)
