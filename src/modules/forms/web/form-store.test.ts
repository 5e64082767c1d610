import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileForm } from '../domain/compile.ts'
import { randomAnswers, randomBy } from '../domain/random-answers.fixture.ts'
import { randomForm } from '../domain/random-form.fixture.ts'
import { goodAnswers, sampleForm } from '../domain/sample.fixture.ts'
import { createFormStore } from './form-store.ts'

const context = { today: '2026-12-01', units: null }
const started = () => createFormStore(compileForm(sampleForm()), goodAnswers(), context)

/** Which fields were told of a change. */
function watching(store: ReturnType<typeof started>) {
  const told: string[] = []
  for (const name of store.form.fields.keys()) {
    store.field(name)
    store.subscribeTo(name)(() => told.push(name))
  }
  return told
}

test('a change tells the field itself and those that look different because of it', () => {
  const store = started()
  const told = watching(store)
  store.set('thu', 'a@b.vn')
  expect(told).toEqual(['thu'])
  told.length = 0
  store.set('hang', [{ ten: 'Gạo', so_luong: 1, don_gia: 100 }])
  expect(told.toSorted()).toEqual(['hang', 'le_phi', 'tong'])
  told.length = 0
  store.set('viec', 'moi')
  expect(told.toSorted()).toEqual(['ly_do', 'viec'])
  store.set('viec', 'moi')
  expect(told).toHaveLength(2)
})

test('nobody is scolded while typing: troubles show when the field was left, or when somebody tried to go on', () => {
  const store = started()
  store.set('dien_thoai', 'x')
  expect(store.field('dien_thoai').troubles).toEqual([])
  store.touch('dien_thoai')
  expect(store.field('dien_thoai').troubles.map(({ code }) => code)).toEqual(['forms/bad-phone'])
  store.set('ho_ten', '')
  expect(store.field('ho_ten').troubles).toEqual([])
  store.reveal(['ho_ten'])
  expect(store.field('ho_ten').troubles.map(({ code }) => code)).toEqual(['forms/required'])
})

test('what is hidden keeps what was typed, and is not handed in', () => {
  const store = started()
  const before = store.outline()
  store.set('co_hang', false)
  expect(store.outline()).not.toBe(before)
  expect(store.answers().hang).toEqual(goodAnswers().hang)
  expect(store.evaluation().values.has('hang')).toBe(false)
  store.set('co_hang', true)
  expect(store.outline()).toBe(before)
})

test('after any edit each field shows what a form opened with these answers shows, and who is told is who changed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), (seed) => {
      const random = randomBy(seed)
      const form = compileForm(randomForm(seed))
      const names = [...form.fields.keys()]
      const store = createFormStore(form, randomAnswers(form.definition, seed), context)
      const told = watching(store)
      const revealed: string[] = []
      for (let change = 1; change <= 12; change++) {
        const before = new Map(names.map((name) => [name, store.field(name)]))
        told.length = 0
        const name = names[Math.floor(random() * names.length)] ?? ''
        store.set(name, randomAnswers(form.definition, seed + change)[name])
        if (random() < 0.2) {
          store.touch(name)
          revealed.push(name)
        }
        const anew = createFormStore(form, store.answers(), context)
        anew.reveal(revealed)
        const changed = names.filter((each) => store.field(each) !== before.get(each))
        expect(new Set(told)).toEqual(new Set(changed))
        for (const each of names) expect(store.field(each)).toEqual(anew.field(each))
      }
    }),
    { numRuns: 100 },
  )
})
