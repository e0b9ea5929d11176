import { createApp } from 'vue'

import HostPage from './host/HostPage.vue'
import { followScheme } from './theme/scheme.ts'

followScheme()
createApp(HostPage).mount('#page')
