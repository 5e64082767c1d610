import { useState } from 'react'
import { type Day, dayAt } from '#kernel/calendar.ts'

/** The office's day when the page was opened: it stays while the page stands. */
export function useToday(): Day {
  const [today] = useState(() => dayAt(new Date()))
  return today
}
