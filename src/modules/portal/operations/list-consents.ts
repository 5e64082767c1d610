import { operation } from '#server/operation.ts'
import { consentsOf } from '../consents.ts'
import * as contract from '../contract.ts'

export const listConsents = operation(contract.listConsents, consentsOf)
