/**
 * The seed from which every property draws its cases. One commit has one answer: the test command draws the same cases on every
 * machine. New cases are looked for by `npm run properties`, which gives each round a seed of its own.
 */
import fc from 'fast-check'

const FIXED = 20_261_201

const asked = process.env['PROPERTY_SEED']
const seed = asked === undefined ? FIXED : Number(asked)
if (!Number.isInteger(seed)) throw new Error(`PROPERTY_SEED is a whole number, not ${JSON.stringify(asked)}.`)
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed })
