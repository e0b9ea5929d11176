import { mount } from '../mount.ts'
import ReviewIsland from './ReviewIsland.vue'

mount('[data-review]', ReviewIsland)
