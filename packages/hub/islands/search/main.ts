import { createApp } from 'vue'

import SearchBox from './SearchBox.vue'

const place = document.querySelector('[data-results]')
if (place !== null) createApp(SearchBox).mount(place)
