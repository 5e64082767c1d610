export * from './contract/audit.ts'
export * from './contract/reports.ts'
export * from './contract/shapes.ts'
export * from './contract/templates.ts'
