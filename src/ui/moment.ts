export { formatDay, formatMoment } from '#kernel/calendar.ts'
