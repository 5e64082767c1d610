import { expect, test } from 'vitest'
import { compileForm } from '../domain/compile.ts'
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
