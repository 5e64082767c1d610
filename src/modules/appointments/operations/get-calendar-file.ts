import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { calendarFile, spanOf } from '../domain/calendar-file.ts'
import { shownCode } from '../domain/code.ts'
import { appointmentOfToken } from '../secrets.ts'
import { shown } from '../shown.ts'
import { findAppointment, openPublic } from '../store/appointments.ts'

export const getCalendarFile = operation(contract.getCalendarFile, async ({ tx, origin }, { token }) => {
  const id = appointmentOfToken(token)
  await openPublic(tx)
  const row = id === undefined ? undefined : await findAppointment(tx, id)
  if (!row) throw new Problem('not-found', 'appointments/unknown')
  const { unit, procedureName } = await shown(tx, row)
  const isVi = row.language === 'vi'
  const what = procedureName?.[row.language] ?? unit.name
  const code = shownCode(row.code)
  const file = calendarFile({
    uid: `${row.id}@lich-hen.haidang`,
    sequence: row.sequence,
    stamp: row.changedAt,
    ...spanOf(row),
    summary: isVi ? `Lịch hẹn: ${what}` : `Appointment: ${what}`,
    description: isVi
      ? `Mã lịch hẹn ${code}. Đến quầy lấy số bằng mã này. Đổi hoặc hủy: ${origin}/lich-hen`
      : `Appointment ${code}. Check in at the kiosk with this code. Change or cancel: ${origin}/en/lich-hen`,
    location: unit.desk ? `${unit.desk.name}, ${unit.desk.address}` : unit.name,
    organiser: { name: unit.name, url: origin },
    cancelled: row.state === 'cancelled',
  })
  return { name: `${code}.ics`, mediaType: 'text/calendar; charset=utf-8', bytes: Buffer.from(file) }
})
