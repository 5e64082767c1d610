import { Text, VisuallyHidden } from '@mantine/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { Day } from '#kernel/calendar.ts'
import { dayWords } from '#kernel/work-time/words.ts'
import { useLanguage } from '#ui/language.tsx'
import type { ListedDay } from '../contract.ts'
import { useTexts } from './texts.ts'
import { dayByKey, weekdayOf, weeksOfMonth } from './year-days.ts'
import classes from './year-grid.module.css'

type Props = {
  readonly year: number
  readonly today: Day
  readonly days: readonly ListedDay[]
  readonly onOpen: (day: Day) => void
}

/** Twelve months in which what differs from its weekday bears a word. One stop of the Tab key; arrows walk the days. */
export function YearGrid({ year, today, days, onOpen }: Props) {
  const m = useTexts()
  const box = useRef<HTMLDivElement>(null)
  const [stop, setStop] = useState<Day>(today.startsWith(String(year)) ? today : `${year}-01-01`)
  const special = new Map(days.map((one) => [one.day, one]))
  const walk = (day: Day, event: KeyboardEvent) => {
    const next = dayByKey(day, event.key)
    if (next === null) return
    event.preventDefault()
    setStop(next)
    box.current?.querySelector<HTMLButtonElement>(`[data-day="${next}"]`)?.focus()
  }
  const cell = (day: Day) => (
    <DayButton
      day={day}
      special={special.get(day)}
      isToday={day === today}
      isStop={day === stop}
      onKeyDown={(event) => walk(day, event)}
      onOpen={() => {
        setStop(day)
        onOpen(day)
      }}
    />
  )
  return (
    <div>
      <Text size="sm" c="dimmed" mb="sm" visibleFrom="sm">
        {m.gridHint}
      </Text>
      <div ref={box} className={classes.year}>
        {Array.from({ length: 12 }, (_, index) => (
          <Month key={m.month(index + 1)} year={year} month={index + 1} cell={cell} />
        ))}
      </div>
      <Legend />
    </div>
  )
}

type MonthProps = { readonly year: number; readonly month: number; readonly cell: (day: Day) => React.ReactNode }

function Month({ year, month, cell }: MonthProps) {
  const m = useTexts()
  const names = m.weekdayNames.split(',')
  return (
    <table className={classes.month}>
      <caption>{m.month(month)}</caption>
      <thead>
        <tr>
          {m.weekdays.split(' ').map((short, place) => (
            <th key={short} scope="col" abbr={names[place]}>
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOfMonth(year, month).map((week, row) => (
          <tr key={week.find((day) => day !== null)}>
            {week.map((day, place) => (
              <td key={day ?? `${row} ${place}`}>{day !== null && cell(day)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type DayProps = {
  readonly day: Day
  readonly special: ListedDay | undefined
  readonly isToday: boolean
  readonly isStop: boolean
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onOpen: () => void
}

function DayButton({ day, special, isToday, isStop, onKeyDown, onOpen }: DayProps) {
  const m = useTexts()
  const { language } = useLanguage()
  const weekend = weekdayOf(day) >= 5
  const plain = weekend ? m.weekend : m.workday
  const said = special && `${m.kinds[special.kind]}: ${special.name[language]}`
  const parts = [
    dayWords(day, language),
    said ?? plain,
    special?.confirmed === false && m.unconfirmed,
    isToday && m.today,
  ]
  const mark = special && (special.kind === 'off' ? m.offMark : m.makeUpMark)
  return (
    <button
      type="button"
      className={classes.day}
      data-day={day}
      data-kind={special?.kind ?? (weekend ? 'weekend' : undefined)}
      data-unconfirmed={special?.confirmed === false || undefined}
      aria-current={isToday ? 'date' : undefined}
      tabIndex={isStop ? 0 : -1}
      onKeyDown={onKeyDown}
      onClick={onOpen}
    >
      <span>{Number(day.slice(8))}</span>
      {mark && (
        <span className={classes.mark}>
          {mark}
          {special.confirmed ? '' : ' ?'}
        </span>
      )}
      <VisuallyHidden>{` ${parts.filter((part) => part !== false).join(', ')}`}</VisuallyHidden>
    </button>
  )
}

function Legend() {
  const m = useTexts()
  return (
    <ul className={classes.legend} aria-label={m.legend}>
      <li>
        <span className={classes.sample} data-kind="off">
          {m.offMark}
        </span>
        {m.kinds.off}
      </li>
      <li>
        <span className={classes.sample} data-kind="make-up">
          {m.makeUpMark}
        </span>
        {m.kinds['make-up']}
      </li>
      <li>
        <span className={classes.sample} data-kind="off" data-unconfirmed>
          {m.offMark} ?
        </span>
        {m.unconfirmed}
      </li>
      <li>
        <span className={classes.sample} data-kind="weekend">
          7
        </span>
        {m.legendWeekend}
      </li>
      <li>
        <span className={classes.sample} data-today>
          30
        </span>
        {m.today}
      </li>
    </ul>
  )
}
