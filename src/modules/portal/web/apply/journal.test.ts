import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  answerKey,
  fieldOfKey,
  note,
  pendingAnswers,
  pendingOf,
  roomyStorage,
  type Storage,
  settle,
} from './journal.ts'

function memory(): Storage {
  const kept = new Map<string, string>()
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  }
}

const act = fc.record({
  name: fc.constantFrom('a', 'b', 'c'),
  value: fc.string(),
  sent: fc.boolean(),
  lost: fc.boolean(),
})

test('whatever dies between any two keystrokes, server and device together know every field as it was last typed', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
      const storage = memory()
      const server = new Map<string, string>()
      const typed = new Map<string, string>()
      for (const { name, value, sent, lost } of acts) {
        typed.set(name, value)
        note(storage, 'd', name, value)
        // Sent: the server has it. Lost: it died before it heard that the server has it.
        if (sent) server.set(name, value)
        if (sent && !lost) settle(storage, 'd', name, value)
      }
      expect({ ...Object.fromEntries(server), ...pendingOf(storage, 'd') }).toEqual(Object.fromEntries(typed))
    }),
  )
})

test('what was typed while the older was on its way stays to be sent, and rubbish in the store is nothing', () => {
  const storage = memory()
  note(storage, 'd', 'a', 'một')
  note(storage, 'd', 'a', 'hai')
  settle(storage, 'd', 'a', 'một')
  expect(pendingOf(storage, 'd')).toEqual({ a: 'hai' })
  storage.setItem('haidang.draft.x', '{')
  expect(pendingOf(storage, 'x')).toEqual({})
})

test('answers to the form are written down with the version of their page, apart from all else', () => {
  const storage = memory()
  note(storage, 'd', 'subject.name', 'Thử')
  note(storage, 'd', answerKey('v1', 'ho_ten'), 'Trước')
  note(storage, 'd', answerKey('v2', 'ho_ten'), { place: 'Sau' })
  const pending = pendingOf(storage, 'd')
  expect(pendingAnswers(pending, 'v1')).toEqual({ ho_ten: 'Trước' })
  expect(pendingAnswers(pending, 'v2')).toEqual({ ho_ten: { place: 'Sau' } })
  expect(Object.keys(pending).map(fieldOfKey)).toEqual([
    { name: 'subject.name' },
    { name: 'form.ho_ten', versionId: 'v1' },
    { name: 'form.ho_ten', versionId: 'v2' },
  ])
})

test('a device that has no room left still sends what is typed', () => {
  const full = memory()
  const storage = roomyStorage({
    ...full,
    setItem: (name, value) => {
      if (value.length > 60) throw new Error('QuotaExceededError')
      full.setItem(name, value)
    },
  })
  note(storage, 'd', 'a', 'ngắn')
  note(storage, 'd', 'b', 'dài'.repeat(100))
  expect(pendingOf(storage, 'd')).toEqual({ a: 'ngắn', b: 'dài'.repeat(100) })
  settle(storage, 'd', 'b', 'dài'.repeat(100))
  expect(pendingOf(storage, 'd')).toEqual({ a: 'ngắn' })
  expect(pendingOf(full, 'd')).toEqual({ a: 'ngắn' })
  settle(storage, 'd', 'a', 'ngắn')
  expect(pendingOf(storage, 'd')).toEqual({})
})
