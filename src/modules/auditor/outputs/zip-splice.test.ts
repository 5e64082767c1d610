import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { unpack, withParts, zipParts } from './zip-splice.ts'

const original = zipSync({
  'a.txt': [strToU8('một '.repeat(500)), { level: 9 }],
  'b/ô.bin': [new Uint8Array([1, 2, 3]), { level: 0 }],
})
const parts = () => zipParts(original) ?? []

test('parts that are not replaced keep their packed bytes, their order and their names', async () => {
  const spliced = await withParts(parts(), new Map([['c.txt', strToU8('ba')]]))
  const after = zipParts(spliced) ?? []
  expect(after.map(({ name }) => name)).toEqual(['a.txt', 'b/ô.bin', 'c.txt'])
  for (const [index, part] of parts().entries()) {
    expect(after[index]?.packed).toEqual(part.packed)
    expect(after[index]?.crc).toBe(part.crc)
  }
  const read = unzipSync(spliced)
  expect(strFromU8(read['a.txt'] ?? new Uint8Array())).toBe('một '.repeat(500))
  expect(read['b/ô.bin']).toEqual(new Uint8Array([1, 2, 3]))
})

test('a replaced part stands where it stood', async () => {
  const after = zipParts(await withParts(parts(), new Map([['a.txt', strToU8('hai')]]))) ?? []
  expect(after.map(({ name }) => name)).toEqual(['a.txt', 'b/ô.bin'])
  expect(after[0] && (await unpack(after[0])).toString()).toBe('hai')
})

test('what is no zip file, is cut off or locked is not taken', () => {
  expect(zipParts(strToU8('Báo cáo'))).toBeNull()
  expect(zipParts(original.slice(0, original.length - 30))).toBeNull()
  expect(zipParts(new Uint8Array())).toBeNull()
  const locked = original.slice()
  for (let at = 0; at < locked.length - 10; at++)
    if (locked[at] === 0x50 && locked[at + 1] === 0x4b && locked[at + 2] === 1) locked[at + 8] = 1
  expect(zipParts(locked)).toBeNull()
})

test('a part that unpacks to more than it says is refused', async () => {
  const [bomb] = parts()
  await expect(unpack({ ...(bomb as NonNullable<typeof bomb>), size: 10 })).rejects.toThrow()
})
