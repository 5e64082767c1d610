import { IconUrgent } from '@tabler/icons-react'
import { currentSession } from '#modules/identity/contract.ts'
import { useMessages } from '#ui/language.tsx'
import { formatMoment } from '#ui/moment.ts'
import { useOperation } from '#ui/query.ts'
import { ShellNotice } from '#ui/shell.tsx'
import { en, vi } from './messages.ts'

/** Emergency rights that are open stand over every page, for whoever holds them and whoever oversees them. */
export function EmergencyNotices() {
  const m = useMessages({ vi, en })
  const session = useOperation(currentSession, {})
  return session.data?.breakGlass.map(({ id, accountName, endsAt, own }) => (
    <ShellNotice key={id} icon={<IconUrgent size={16} aria-hidden />}>
      {own ? m.ownEmergency(formatMoment(endsAt)) : m.emergency(accountName, formatMoment(endsAt))}
    </ShellNotice>
  ))
}
