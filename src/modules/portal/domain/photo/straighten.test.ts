import fc from 'fast-check'
import { expect, test } from 'vitest'
import { photoOf } from './photo.fixture.ts'
import { type Corners, type Picture, wholeOf } from './picture.ts'
import { clearer, projection, sizeOf, straightened } from './straighten.ts'

const CORNERS: Corners = [
  { x: 50, y: 30 },
  { x: 330, y: 60 },
  { x: 350, y: 450 },
  { x: 20, y: 430 },
]
const SCENE = { width: 360, height: 480, corners: CORNERS, table: 60, paper: 220, shade: 0.4, grain: 8, seed: 7 }

const pointOf = ({ width, data }: Picture, x: number, y: number) =>
  Array.from(data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3))
const at = (picture: Picture, u: number, v: number) =>
  pointOf(picture, Math.floor(u * picture.width), Math.floor(v * picture.height))

test('the corners of the sheet are the corners of the page', () => {
  const near = fc.integer({ min: -60, max: 60 })
  fc.assert(
    fc.property(fc.array(near, { minLength: 8, maxLength: 8 }), (off) => {
      const corners = wholeOf({ width: 300, height: 400 }).map(({ x, y }, place) => ({
        x: x + (off[place * 2] ?? 0),
        y: y + (off[place * 2 + 1] ?? 0),
      })) as unknown as Corners
      const places = [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ] as const
      places.forEach(([u, v], place) => {
        const point = projection(corners)(u, v)
        expect(point.x).toBeCloseTo(corners[place]?.x ?? 0, 6)
        expect(point.y).toBeCloseTo(corners[place]?.y ?? 0, 6)
      })
    }),
  )
})

test('a page seen from a slant is upright: the seal and the writing stand where they were printed', () => {
  const page = straightened(photoOf(SCENE), CORNERS)
  expect(page).toMatchObject({ width: 331, height: 401 })
  const [red = 0, green = 0] = at(page, 0.75, 0.85)
  expect(red - green).toBeGreaterThan(60)
  const [beside = 0, other = 0] = at(page, 0.75, 0.96)
  expect(Math.abs(beside - other)).toBeLessThan(25)
  expect(sizeOf(CORNERS, 100)).toEqual({ width: 82, height: 100 })
})

test('straightened by its own frame a picture stays as it is', () => {
  const photo = photoOf(SCENE)
  expect(straightened(photo, wholeOf(photo)).data).toEqual(photo.data)
})

test('made clearer, paper is white in the shade too, ink is dark, and a seal is red', () => {
  const page = clearer(straightened(photoOf(SCENE), CORNERS))
  for (const [u, v] of [
    [0.05, 0.05],
    [0.95, 0.05],
    [0.95, 0.6],
    [0.05, 0.95],
  ] as const)
    expect(Math.min(...at(page, u, v)), `${u} ${v}`).toBeGreaterThan(230)
  const [red = 0, green = 0] = at(page, 0.75, 0.85)
  expect(red - green).toBeGreaterThan(100)
  const darkest = Math.min(...Array.from({ length: 200 }, (_, step) => at(page, 0.3, 0.1 + step / 320)[0] ?? 255))
  expect(darkest).toBeLessThan(70)
})
