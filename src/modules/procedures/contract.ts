export * from './contract/catalogue.ts'
export * from './contract/drafting.ts'
export * from './contract/exchange.ts'
export * from './contract/processes.ts'
export * from './contract/shapes.ts'
// Pure, over the answers of a case; also for pages, which ask the same while somebody types.
export { type FeeLine, feesDue, papersAsked, termFor } from './domain/asked.ts'
export * from './domain/content.ts'
export * from './domain/process.ts'
