import type { Module } from '#server/module.ts'
import { problems } from './domain/problems.ts'

export { identify } from './identify.ts'

export const identity: Module = { name: 'identity', operations: [], handlers: [], schedules: [], problems }
