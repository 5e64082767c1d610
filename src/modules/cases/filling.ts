import { dayAt } from '#kernel/calendar.ts'
import { formatNumber } from '#kernel/number.ts'
import { officeMinute, officeText } from '#kernel/work-time/clock.ts'
import { timeWords } from '#kernel/work-time/words.ts'
import type { Tx } from '#server/db.ts'
import { publicAddress } from '#server/public-address.ts'
import { outstandingVnd } from './domain/fees.ts'
import { LOOK_UP_PAGE, lookUpAddress } from './domain/look-up-address.ts'
import type { MessageChannel } from './domain/message.ts'
import { type Filling, fill, oneLine, withoutMarks } from './domain/template.ts'
import { unitNames } from './gateways/printed-units.ts'
import type { CaseToTell } from './store/messages.ts'
import { listChannels } from './store/messages.ts'

type Language = 'vi' | 'en'

/** What the places of a template stand for in a case. `reason`: the note of the act. */
export async function fillingFor(
  tx: Tx,
  one: CaseToTell,
  { reason, language, now }: { readonly reason: string; readonly language: Language; readonly now: Date },
): Promise<Filling> {
  const nameOf = await unitNames(tx, dayAt(now))
  const place = publicAddress()
  const due = one.dueAt === null ? '…' : timeWords(officeText(officeMinute(one.dueAt)), language)
  return {
    code: one.code ?? '',
    secret: one.secret,
    name: one.name,
    title: one.title,
    procedure: one.procedureName,
    unit: nameOf(one.competentUnitId),
    due,
    reason,
    fee: `${formatNumber(Math.max(0, outstandingVnd(one)))} đ`,
    link: place !== null && one.code !== null ? lookUpAddress(place, one.code, one.secret) : LOOK_UP_PAGE[language],
  }
}

/** Words as they go out on a channel: filled, and in plain letters where the channel wants them. */
export function worded(
  { subject, text }: { readonly subject: string; readonly text: string },
  filling: Filling | null,
  plain: boolean,
): { subject: string; text: string } {
  const done = (words: string) => {
    const filled = filling === null ? words : fill(words, filling)
    return plain ? withoutMarks(filled) : filled
  }
  return { subject: oneLine(done(subject)), text: done(text) }
}

/** Which channels write in plain letters. */
export async function plainChannels(tx: Tx): Promise<ReadonlySet<MessageChannel>> {
  const rows = await listChannels(tx)
  return new Set(rows.filter(({ plainLetters }) => plainLetters).map(({ channel }) => channel))
}
