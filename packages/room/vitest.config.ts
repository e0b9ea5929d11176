import { preset } from '@five-pillars/config/vitest'

export default preset({ fuzz: true })
