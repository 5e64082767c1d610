import { useEffect, useState } from 'react'
import { type Day, dayAt } from '#kernel/calendar.ts'

/** Today in office time; turns at midnight on a page that stays open. */
export function useToday(): Day {
  const [today, setToday] = useState(() => dayAt(new Date()))
  useEffect(() => {
    const timer = setInterval(() => setToday(dayAt(new Date())), 60_000)
    return () => clearInterval(timer)
  }, [])
  return today
}
