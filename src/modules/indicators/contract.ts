export * from './contract/definitions.ts'
export * from './contract/entry.ts'
export * from './contract/figures.ts'
export * from './contract/import.ts'
