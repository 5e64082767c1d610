import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  APART,
  comesApart,
  frameOf,
  groupsIn,
  isWithin,
  LEAST_SPAN,
  linesOf,
  roundBelow,
  scaleOf,
  sidesFor,
  spanning,
  spotOf,
  squared,
  widened,
} from './place-map.ts'

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const anyPoint = fc.record({ latitude: between(8, 23), longitude: between(102, 117) })
const anyPoints = fc.array(anyPoint, { minLength: 1, maxLength: 60 })
const near = (value: number, expected: number) => expect(Math.abs(value - expected)).toBeLessThan(1e-6)

test('every point is inside of its frame, away from the rim, and north is up', () => {
  fc.assert(
    fc.property(anyPoints, (points) => {
      const frame = frameOf(points)
      if (!frame) throw new Error('There is no frame.')
      for (const point of points) {
        const { x, y } = spotOf(point, frame)
        for (const share of [x, y]) {
          expect(share).toBeGreaterThan(0.13)
          expect(share).toBeLessThan(0.87)
        }
        expect(spotOf({ ...point, latitude: point.latitude + 0.1 }, frame).y).toBeLessThan(y)
        expect(spotOf({ ...point, longitude: point.longitude + 0.1 }, frame).x).toBeGreaterThan(x)
      }
    }),
  )
  expect(frameOf([])).toBeNull()
})

test('a frame is as wide as it is high on the ground, and stays so when it is widened', () => {
  fc.assert(
    fc.property(anyPoints, between(1, 8), (points, times) => {
      const frame = frameOf(points)
      if (!frame) throw new Error('There is no frame.')
      const wide = widened(frame, times)
      const height = wide.north - wide.south
      near(height / (frame.north - frame.south), times)
      const width = (wide.east - wide.west) * Math.cos((((wide.north + wide.south) / 2) * Math.PI) / 180)
      near(width / height, 1)
      near(squared(wide).north, wide.north)
      near(squared(wide).west, wide.west)
      expect(height).toBeGreaterThanOrEqual(LEAST_SPAN - 1e-9)
      near(spanning(frame, height).north, wide.north)
      near(spanning(wide, LEAST_SPAN).north, wide.north)
    }),
  )
})

test('no two marks are too near each other, and every point of the frame is in exactly one of them', () => {
  fc.assert(
    fc.property(anyPoints, between(0.2, 1), (points, part) => {
      const whole = frameOf(points)
      if (!whole) throw new Error('There is no frame.')
      const frame = widened(whole, part)
      const groups = groupsIn(points, frame)
      for (const [at, one] of groups.entries())
        for (const other of groups.slice(at + 1))
          expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(APART)
      const members = groups.flatMap((group) => group.members)
      expect(new Set(members)).toEqual(new Set(points.filter((point) => isWithin(spotOf(point, frame)))))
      expect(members).toHaveLength(new Set(members).size)
    }),
  )
})

test('a group comes apart when it is looked at closely, unless its points are at one place', () => {
  expect(comesApart([{ latitude: 10, longitude: 107 }])).toBe(false)
  expect(comesApart(Array.from({ length: 3 }, () => ({ latitude: 10, longitude: 107 })))).toBe(false)
  fc.assert(
    fc.property(anyPoint, between(LEAST_SPAN, 1), (point, apart) => {
      expect(comesApart([point, { ...point, latitude: point.latitude + apart }])).toBe(true)
    }),
  )
})

test('the scale and the lines are round numbers, at any width', () => {
  expect([0.3, 1, 4.9, 5, 19, 20, 99].map(roundBelow)).toEqual([0.2, 1, 2, 5, 10, 20, 50])
  fc.assert(
    fc.property(anyPoints, (points) => {
      const frame = frameOf(points)
      if (!frame) throw new Error('There is no frame.')
      const { km, share } = scaleOf(frame)
      expect(roundBelow(km)).toBe(km)
      expect(share).toBeGreaterThan(0.15)
      expect(share).toBeLessThanOrEqual(0.4 + 1e-9)
      const { meridians, parallels } = linesOf(frame)
      for (const lines of [meridians, parallels]) {
        expect(lines.length).toBeGreaterThanOrEqual(1)
        expect(lines.length).toBeLessThanOrEqual(6)
        for (const { at } of lines) expect(at >= -1e-6 && at <= 1 + 1e-6).toBe(true)
      }
    }),
  )
})

test('names are read beside their marks and never across another', () => {
  const marks = [
    { x: 0.2, y: 0.5, name: 'Phường Một' },
    { x: 0.9, y: 0.5, name: 'Phường Hai' },
    { x: 0.5, y: 0.9, name: 'Phường Ba' },
  ]
  expect(sidesFor(marks)).toEqual(['right', 'left', 'right'])
  const crowd = Array.from({ length: 5 }, (_, at) => ({
    x: 0.2 + at * 0.15,
    y: 0.5,
    name: 'Một tên rất dài không có chỗ',
  }))
  expect(sidesFor(crowd).filter((side) => side === 'right' || side === 'left')).toEqual([])
})
