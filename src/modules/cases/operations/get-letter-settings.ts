import { operation } from '#server/operation.ts'
import { getLetterSettings as contract } from '../contract/letters.ts'
import { findLetterSettings } from '../store/letters.ts'

export const getLetterSettings = operation(contract, ({ tx }) => findLetterSettings(tx))
