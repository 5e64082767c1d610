import { z } from 'zod'
import { formatDay } from '#kernel/calendar.ts'
import { idField } from '#kernel/fields.ts'
import { handOver, wayOut } from '#modules/cases/index.ts'
import type { Handler } from '#server/events.ts'
import { publicAddress } from '#server/public-address.ts'
import { shownCode } from '../domain/code.ts'
import { messageText, NEWS } from '../domain/message.ts'
import { messageId, secretFor, unsealText } from '../secrets.ts'
import { unitName } from '../shown.ts'
import { findAppointment } from '../store/appointments.ts'

const Changed = z.object({ appointmentId: idField, what: z.enum(NEWS), sequence: z.number() })

/** Tells the citizen what became of an appointment, unless something later did or there is no way to send. */
export const sendMessage: Handler = {
  name: 'appointments.send-message',
  on: 'appointments.changed',
  async run({ tx }, payload) {
    const { appointmentId, what, sequence } = Changed.parse(payload)
    const row = await findAppointment(tx, appointmentId)
    if (!row?.contactSealed || row.sequence !== sequence || wayOut(row.channel) === null) return
    const { language, channel } = row
    const place = publicAddress()
    const told = {
      code: shownCode(row.code),
      secret: secretFor(row.id),
      day: formatDay(row.day),
      at: row.at,
      place: await unitName(tx, row.unitId),
      reason: row.cancelReason,
      address: place === null ? null : `${place}${language === 'en' ? '/en' : ''}/lich-hen`,
    }
    const about = {
      kind: 'appointment',
      id: row.id,
      label: { vi: `Lịch hẹn ${told.code}`, en: `Appointment ${told.code}` },
      unitId: row.unitId,
    }
    const message = {
      id: messageId(`${row.id} ${what} ${sequence} ${row.affectedSince?.toISOString() ?? ''}`),
      to: unsealText(row.contactSealed, row.id),
      template: null,
      subject: language === 'vi' ? `Lịch hẹn ${told.code}` : `Appointment ${told.code}`,
      text: messageText(what, told, row),
    }
    await handOver(channel, message, about)
  },
}
