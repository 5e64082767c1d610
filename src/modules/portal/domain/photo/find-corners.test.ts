import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findCorners } from './find-corners.ts'
import { photoOf } from './photo.fixture.ts'
import { areaOf, type Corners, isSheet, type Picture } from './picture.ts'

const SIZE = { width: 360, height: 480 }
/** A sheet that fills most of a photo and is seen from a slant. */
const anyCorners = fc
  .array(fc.record({ x: fc.integer({ min: 12, max: 80 }), y: fc.integer({ min: 12, max: 100 }) }), {
    minLength: 4,
    maxLength: 4,
  })
  .map((off): Corners => {
    const [a, b, c, d] = off
    const { width, height } = SIZE
    return [
      { x: a?.x ?? 0, y: a?.y ?? 0 },
      { x: width - (b?.x ?? 0), y: b?.y ?? 0 },
      { x: width - (c?.x ?? 0), y: height - (c?.y ?? 0) },
      { x: d?.x ?? 0, y: height - (d?.y ?? 0) },
    ]
  })
const anyScene = fc.record({
  corners: anyCorners,
  table: fc.integer({ min: 10, max: 130 }),
  paper: fc.integer({ min: 190, max: 255 }),
  shade: fc.integer({ min: 0, max: 45 }).map((part) => part / 100),
  grain: fc.integer({ min: 0, max: 30 }),
  seed: fc.nat(),
})

/** Seen so slanted that top and bottom run 35 degrees apart. */
const slanted: Corners = [
  { x: 62, y: 86 },
  { x: 327, y: 12 },
  { x: 309, y: 468 },
  { x: 44, y: 381 },
]

const farthest = (found: Corners, real: Corners) =>
  Math.max(...found.map(({ x, y }, place) => Math.hypot(x - (real[place]?.x ?? 0), y - (real[place]?.y ?? 0))))

test('the corners of a sheet on a table are found within a sixtieth of the photo, in uneven light and with grain', () => {
  fc.assert(
    fc.property(anyScene, (scene) => {
      const found = findCorners(photoOf({ ...SIZE, ...scene }))
      expect(found && farthest(found, scene.corners)).toBeLessThan(8)
    }),
    { numRuns: 40, examples: [[{ corners: slanted, table: 10, paper: 190, shade: 0, grain: 0, seed: 0 }]] },
  )
})

test('a sheet that reaches beyond the photo is cut at its edge', () => {
  const corners: Corners = [
    { x: 60, y: -40 },
    { x: 300, y: -40 },
    { x: 320, y: 420 },
    { x: 40, y: 420 },
  ]
  const found = findCorners(photoOf({ ...SIZE, corners, table: 50, paper: 230, shade: 0.2, grain: 10, seed: 1 }))
  expect(found?.[0].y).toBeLessThan(12)
  expect(found?.[2].y).toBeGreaterThan(410)
})

test('where there is no sheet none is made up', () => {
  const blank: Picture = { ...SIZE, data: new Uint8ClampedArray(SIZE.width * SIZE.height * 4).fill(120) }
  expect(findCorners(blank)).toBeNull()
  expect(findCorners({ width: 1, height: 1, data: new Uint8ClampedArray(4) })).toBeNull()
})

test('whatever the picture, what is found is a sheet inside of it', () => {
  const anyPicture = fc
    .record({ width: fc.integer({ min: 1, max: 40 }), height: fc.integer({ min: 1, max: 40 }), seed: fc.nat() })
    .map(({ width, height, seed }) => ({
      width,
      height,
      data: Uint8ClampedArray.from(
        { length: width * height * 4 },
        (_, at) => (Math.imul(at + seed, 2_654_435_761) >>> 20) & 255,
      ),
    }))
  fc.assert(
    fc.property(anyPicture, (picture) => {
      const found = findCorners(picture)
      if (!found) return
      expect(isSheet(found)).toBe(true)
      expect(areaOf(found)).toBeGreaterThan(0)
      for (const { x, y } of found) {
        expect(x).toBeGreaterThanOrEqual(0)
        expect(y).toBeGreaterThanOrEqual(0)
        expect(x).toBeLessThanOrEqual(picture.width)
        expect(y).toBeLessThanOrEqual(picture.height)
      }
    }),
    { numRuns: 60 },
  )
})
