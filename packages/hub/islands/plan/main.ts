import { createApp } from 'vue'

import WeekPlan from './WeekPlan.vue'

const place = document.querySelector('[data-plan]')
if (place !== null) createApp(WeekPlan, { today: localDay(new Date()) }).mount(place)

/** The day on the reader's own calendar. */
function localDay(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
