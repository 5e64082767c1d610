import type { ServedPage } from '#server/page.ts'
import { appointmentPages } from './appointment-page.ts'
import { bookingPages } from './booking-page.ts'
import { devicePages } from './device-pages.ts'
import { queuePages } from './queue-pages.ts'
import { ratingPages } from './rating-pages.ts'

/** The pages of citizens that are whole when they arrive. */
export const pages: readonly ServedPage[] = [
  ...bookingPages,
  ...appointmentPages,
  ...devicePages,
  ...queuePages,
  ...ratingPages,
]
