export * from './contract/connection.ts'
export * from './contract/incoming.ts'
export * from './contract/outgoing.ts'
