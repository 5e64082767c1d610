export * from './contract/catalogue.ts'
export * from './contract/counters.ts'
export * from './contract/offline.ts'
