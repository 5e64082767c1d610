import { createHash } from 'node:crypto'
import { canonicalDefinition, type FormDefinition } from './domain/definition.ts'

/** SHA-256 of what a form asks, in hexadecimal: the same for the same questions, however they were stored. */
export const definitionHash = (definition: FormDefinition): string =>
  createHash('sha256').update(canonicalDefinition(definition)).digest('hex')
