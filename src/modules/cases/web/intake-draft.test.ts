import { expect, test } from 'vitest'
import { ProcedureContent } from '#modules/procedures/contract.ts'
import { emptyDraft, holdsData, intakeInput, missingPapers, nextDraft } from './intake-draft.ts'

const both = (text: string) => ({ vi: text, en: text })
const isChild = { kind: 'reference', name: 'la_tre_em' } as const
const content = ProcedureContent.parse({
  name: both('Đăng ký khai sinh'),
  fieldCode: 'ho-tich',
  onlineLevel: 'full',
  levels: ['commune'],
  applicants: ['citizen'],
  channels: ['counter'],
  steps: both(''),
  requirements: both(''),
  papers: [
    { code: 'to-khai', name: both('Tờ khai'), forms: ['original'] },
    { code: 'giay-uy-quyen', name: both('Giấy uỷ quyền'), forms: ['certified-copy'], copies: 2, when: isChild },
  ],
  results: [{ code: 'giay', name: both('Giấy') }],
  fees: [],
  terms: [{ term: { amount: 1, unit: 'working-days' } }],
  legalBasis: [{ number: '60/2014/QH13', title: 'Luật Hộ tịch' }],
  questions: [{ name: 'la_tre_em', label: both('Là trẻ em?'), type: 'boolean' }],
})

test('what is missing follows the ticks; a paper comes in the form and number that is asked', () => {
  const answers = { la_tre_em: true }
  const draft = { ...emptyDraft, answers }
  expect(missingPapers(draft, content).map(({ code }) => code)).toEqual(['to-khai', 'giay-uy-quyen'])
  const paper = { there: true, form: 'original', copies: 1, source: 'citizen', file: null, note: '' } as const
  const ticked = { ...draft, papers: { 'to-khai': paper } }
  expect(missingPapers(ticked, content).map(({ code }) => code)).toEqual(['giay-uy-quyen'])
  expect(intakeInput(ticked, content).papers).toEqual([
    { code: 'to-khai', form: 'original', copies: 1, source: 'citizen', note: '', fileId: null },
  ])
})

test('the next intake keeps the procedure and nothing of a person', () => {
  const draft = { ...emptyDraft, procedureCode: '1.001193', subject: { ...emptyDraft.subject, name: 'A' } }
  expect(holdsData(draft)).toBe(true)
  const next = nextDraft(draft)
  expect(next.procedureCode).toBe('1.001193')
  expect(holdsData(next)).toBe(false)
})
