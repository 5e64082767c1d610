export * from './contract/booking.ts'
export * from './contract/openings.ts'
export * from './contract/queue.ts'
export * from './contract/ratings.ts'
