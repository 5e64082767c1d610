import { Text } from '@mantine/core'
import { formatNumber } from '#kernel/number.ts'
import classes from './board.module.css'
import { useDesignTexts } from './texts.ts'

type Props = { readonly hours: number; readonly limitHours: number }

/** The longest way through the process against the legal limit, in working hours. */
export function TimeBar({ hours, limitHours }: Props) {
  const m = useDesignTexts()
  const isOver = hours > limitHours
  const share = limitHours > 0 ? Math.min(100, (hours / limitHours) * 100) : 100
  const apart = formatNumber(Math.round(Math.abs(limitHours - hours) * 10) / 10)
  return (
    <div>
      <div className={classes.bar} data-over={isOver || undefined} aria-hidden="true">
        <div style={{ width: `${share}%` }} />
      </div>
      <Text size="sm" mt={4}>
        {m.timesOf(formatNumber(hours), formatNumber(limitHours))} {isOver ? m.over(apart) : m.left(apart)}
      </Text>
    </div>
  )
}
