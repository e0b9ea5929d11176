import { createApp } from 'vue'

import ScreenPage from './screen/ScreenPage.vue'
import { followScheme } from './theme/scheme.ts'

followScheme()
createApp(ScreenPage).mount('#page')
