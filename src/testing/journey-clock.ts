import { inject } from 'vitest'
import { putClockAhead } from './clock.ts'

/** The journeys live in the same hour as the platform they walk through. */
putClockAhead(inject('clockAheadMs'))
