import { Button, Group, Stack, Text, Title, VisuallyHidden } from '@mantine/core'
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { useMessages } from '#ui/language.tsx'
import { type Corners, isSheet, type Point, wholeOf } from '../../domain/photo/picture.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import type { Photo } from './photo.ts'
import classes from './photos.module.css'

type Props = {
  readonly photo: Photo
  readonly onDone: (corners: Corners) => void
  readonly onCancel: () => void
}

/** The four corners of the sheet on its photo, each moved by finger, mouse or arrow keys. */
export function CornerEditor({ photo, onDone, onCancel }: Props) {
  const m = useMessages({ vi, en })
  const [corners, setCorners] = useState(photo.corners)
  const [said, setSaid] = useState('')
  const frame = useRef<HTMLDivElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { width, height } = photo
  const share = ({ x, y }: Point) => [Math.round((x / width) * 100), Math.round((y / height) * 100)] as const
  const move = (place: number, to: Point) => {
    const inside = { x: Math.min(width, Math.max(0, to.x)), y: Math.min(height, Math.max(0, to.y)) }
    const next = corners.map((corner, other) => (other === place ? inside : corner)) as unknown as Corners
    // Corners that would cross are not let through.
    if (!isSheet(next)) return
    setCorners(next)
    setSaid(m.corner(place, ...share(inside)))
  }
  const pointAt = (event: PointerEvent): Point => {
    const box = frame.current?.getBoundingClientRect()
    if (!box) return { x: 0, y: 0 }
    return { x: ((event.clientX - box.left) / box.width) * width, y: ((event.clientY - box.top) / box.height) * height }
  }
  return (
    <section aria-labelledby="corners">
      <Stack gap="md">
        <Title order={2} size="h4" id="corners" ref={heading} tabIndex={-1} className={classes.heading ?? ''}>
          {m.cornersTitle}
        </Title>
        <Text id="corners-help">{m.cornersHelp}</Text>
        <div ref={frame} className={classes.frame}>
          <img src={photo.photoUrl} alt={m.photo} className={classes.photo} draggable={false} />
          <svg viewBox={`0 0 ${width} ${height}`} className={classes.outline} aria-hidden>
            <polygon points={corners.map(({ x, y }) => `${x},${y}`).join(' ')} />
          </svg>
          {corners.map((corner, place) => (
            <Handle
              // biome-ignore lint/suspicious/noArrayIndexKey: the four corners never change places
              key={place}
              label={m.corner(place, ...share(corner))}
              left={corner.x / width}
              top={corner.y / height}
              onDrag={(event) => move(place, pointAt(event))}
              onStep={(x, y) => move(place, { x: corner.x + x * width, y: corner.y + y * height })}
            />
          ))}
        </div>
        <VisuallyHidden component="output">{said}</VisuallyHidden>
        <Group>
          <Button onClick={() => onDone(corners)}>{m.apply}</Button>
          <Button variant="default" onClick={() => setCorners(wholeOf(photo))}>
            {m.whole}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {m.cancel}
          </Button>
        </Group>
      </Stack>
    </section>
  )
}

type HandleProps = {
  readonly label: string
  readonly left: number
  readonly top: number
  readonly onDrag: (event: PointerEvent) => void
  readonly onStep: (x: number, y: number) => void
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

function Handle({ label, left, top, onDrag, onStep }: HandleProps) {
  const [held, setHeld] = useState(false)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (!step) return
    event.preventDefault()
    const size = event.shiftKey ? 0.05 : 0.005
    onStep(step[0] * size, step[1] * size)
  }
  return (
    <button
      type="button"
      className={classes.handle}
      style={{ left: `${left * 100}%`, top: `${top * 100}%` }}
      aria-label={label}
      aria-describedby="corners-help"
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        setHeld(true)
      }}
      onPointerMove={(event) => held && onDrag(event)}
      onPointerUp={() => setHeld(false)}
      onPointerCancel={() => setHeld(false)}
    />
  )
}
