export * from './contract/audits.ts'
export * from './contract/shapes.ts'
