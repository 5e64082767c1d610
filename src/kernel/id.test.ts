import { expect, test } from 'vitest'
import { z } from 'zod'
import { newId } from './id.ts'

test('ids are UUIDs of version 7, all different, and sort by age even within a millisecond', () => {
  const ids = Array.from({ length: 20_000 }, () => newId())
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.toSorted()).toEqual(ids)
  for (const id of ids.slice(0, 100)) expect(z.uuidv7().safeParse(id).success).toBe(true)
  const ms = Number.parseInt((ids[0] ?? '').replaceAll('-', '').slice(0, 12), 16)
  expect(Math.abs(Date.now() - ms)).toBeLessThan(60_000)
})
