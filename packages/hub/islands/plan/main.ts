import { createApp } from 'vue'

import WeekPlan from './WeekPlan.vue'

const place = document.querySelector('[data-plan]')
if (place !== null) createApp(WeekPlan, { today: localDay(new Date()) }).mount(place)

/** The day on the reader's own calendar. */
function localDay(now: Date): string {
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
