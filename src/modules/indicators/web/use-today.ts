import { useState } from 'react'
import { type Day, dayAt } from '#kernel/calendar.ts'

/** The office's calendar day when the page was opened. */
export function useToday(): Day {
  const [today] = useState(() => dayAt(new Date()))
  return today
}
