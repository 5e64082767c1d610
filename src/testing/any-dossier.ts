import fc from 'fast-check'
import type { Facts, Fee, OnPaper, ProgressFacts, Supplement } from '#modules/exchange/domain/facts.ts'
import { IDENTITY_KINDS, SUBJECT_KINDS } from '#modules/exchange/domain/profile.ts'

const text = fc
  .string({ unit: fc.constantFrom(...'aăâbcđêghôơưxy ỳ̀ÁẶ0123.,-/'.split('')), maxLength: 20 })
  .map((one) => one.normalize('NFC').trim())
const word = text.map((one) => `x${one}`.trim())
const moment = fc.integer({ min: 946_684_800, max: 2_500_000_000 }).map((seconds) => new Date(seconds * 1000))
const maybe = fc.option(moment)
const amount = fc.nat({ max: 10_000_000_000 })

const paper: fc.Arbitrary<OnPaper> = fc.record({
  name: text,
  copies: fc.nat({ max: 50 }),
  form: fc.constantFrom('original', 'copy', 'electronic'),
})
const fee: fc.Arbitrary<Fee> = fc.record({
  name: text,
  code: text,
  kind: fc.constantFrom('charge', 'levy'),
  amountVnd: amount,
  when: fc.constantFrom('at-receipt', 'at-supplement', 'at-return'),
})
const few = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 3 })
const supplement: fc.Arbitrary<Supplement> = fc.record({
  id: word,
  askedBy: text,
  wanted: text,
  askedAt: maybe,
  takenBy: text,
  takenNote: text,
  takenAt: maybe,
  isDone: fc.boolean(),
  papers: few(paper),
  fees: few(fee),
  dueBefore: maybe,
  dueAfter: maybe,
})

/** Any dossier of which something can be told. */
export const anyFacts: fc.Arbitrary<Facts> = fc.record({
  code: word,
  receiptNumber: text,
  procedureCode: word,
  procedureName: text,
  fieldCode: text,
  fieldName: text,
  subject: fc.record({
    kind: fc.constantFrom(...SUBJECT_KINDS),
    name: word,
    account: text,
    identity: fc.option(fc.record({ kind: fc.constantFrom(...IDENTITY_KINDS), number: word })),
    email: text,
    fax: text,
    phone: text,
  }),
  otherInformation: text,
  title: text,
  filedAt: maybe,
  receivedAt: maybe,
  dueAt: maybe,
  endedAt: maybe,
  returnedAt: maybe,
  refusedAt: maybe,
  state: fc.integer({ min: 1, max: 10 }),
  returnNote: text,
  returnWay: fc.constantFrom('desk', 'post'),
  unit: word,
  filedAtUnit: text,
  note: text,
  hasDigitised: fc.boolean(),
  isVneidAccount: fc.boolean(),
  databaseCode: text,
  detailUrl: text,
  channel: fc.constantFrom('counter', 'online', 'post'),
  onlinePayment: fc.constantFrom('none', 'national-portal', 'own-system'),
  files: few(
    fc.record({
      id: word,
      name: text,
      paperCode: text,
      url: text,
      isDeleted: fc.boolean(),
      isDigitised: fc.boolean(),
      fromStore: fc.boolean(),
    }),
  ),
  fees: few(fee),
  onPaper: few(paper),
  supplements: few(supplement),
  results: few(fc.record({ id: word, name: text, paperCode: text, url: text, number: text })),
})

export const anyProgress: fc.Arbitrary<ProgressFacts> = fc.record({
  code: word,
  by: text,
  position: text,
  at: moment,
  department: text,
  content: text,
  state: fc.integer({ min: 1, max: 10 }),
  beganAt: maybe,
  dueAt: maybe,
})
