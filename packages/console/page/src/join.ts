import { createApp } from 'vue'

import JoinPage from './join/JoinPage.vue'
import { followScheme } from './theme/scheme.ts'

followScheme()
createApp(JoinPage).mount('#page')
