import { useElementSize } from '@mantine/hooks'
import { type CSSProperties, type KeyboardEvent, useId } from 'react'
import { addDays, type Day, daysBetween } from '#kernel/calendar.ts'
import { DateField } from './date-field.tsx'
import classes from './day-slider.module.css'
import { marksWithRoom, nextMark, sideOf } from './day-slider-marks.ts'
import { formatDay } from './moment.ts'

type Mark = { readonly day: Day; readonly label: string }

/** Width of a written day with its padding, in px. */
const WORDS_WIDTH = 88

type Props = {
  readonly label: string
  readonly from: Day
  readonly to: Day
  readonly value: Day
  readonly onChange: (day: Day) => void
  /** Days on which something changed: shown under the line, one step of Page Up/Down apart. */
  readonly marks?: readonly Mark[]
}

/** Moves through time: the line for going back and forth, the field for one certain day, the marks for what changed. */
export function DaySlider({ label, from, to, value, onChange, marks = [] }: Props) {
  const id = useId()
  const span = Math.max(1, daysBetween(from, to))
  const shareOf = (day: Day) => daysBetween(from, day) / span
  const place = (day: Day) => `${shareOf(day) * 100}%`
  const { ref, width } = useElementSize()
  const placed = marks.map((mark) => ({ ...mark, share: shareOf(mark.day) }))
  const withWords = marksWithRoom(placed, width, WORDS_WIDTH)
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextMark(event.key, value, marks)
    if (next === undefined) return
    event.preventDefault()
    onChange(next)
  }
  return (
    <div className={classes.slider}>
      <div className={classes.line}>
        <label htmlFor={id} className={classes.label}>
          {label}: <strong>{formatDay(value)}</strong>
        </label>
        <input
          id={id}
          type="range"
          className={classes.range}
          min={0}
          max={span}
          value={daysBetween(from, value)}
          aria-valuetext={formatDay(value)}
          onChange={(event) => onChange(addDays(from, Number(event.currentTarget.value)))}
          onKeyDown={onKeyDown}
          style={{ '--done': place(value) } as CSSProperties}
        />
        <div className={classes.marks} ref={ref}>
          {placed.map((mark) => (
            <button
              key={mark.day}
              type="button"
              className={classes.mark}
              style={{ insetInlineStart: place(mark.day) }}
              aria-label={`${formatDay(mark.day)}: ${mark.label}`}
              aria-pressed={mark.day === value}
              title={mark.label}
              data-side={sideOf(mark.share)}
              data-bare={!withWords.has(mark) || undefined}
              tabIndex={withWords.has(mark) ? 0 : -1}
              onClick={() => onChange(mark.day)}
            >
              {withWords.has(mark) && formatDay(mark.day)}
            </button>
          ))}
        </div>
      </div>
      <div className={classes.field}>
        <DateField
          label={label}
          value={value}
          onChange={(day) => day && onChange(day)}
          from={from}
          to={to}
          clearable={false}
        />
      </div>
    </div>
  )
}
