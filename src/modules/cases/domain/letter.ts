// What citizen and office say to each other about a case.

export const LETTER_SIDES = ['citizen', 'office'] as const
export type LetterSide = (typeof LETTER_SIDES)[number]
export const MOST_LETTER_TEXT = 2000
export const MOST_LETTER_FILES = 5

const DAY_MS = 86_400_000
/** The same words again within so long are a form that was sent twice. */
const TWICE_MS = 10 * 60_000
/** A citizen who has not looked yet is told once in so long. */
const TOLD_MS = 60 * 60_000

/** Whether there may still be talk about a case: while it is open and for some days after its end. */
export function mayStillTalk(
  { endedAt, returnedAt }: { readonly endedAt: Date | null; readonly returnedAt: Date | null },
  now: Date,
  daysAfterEnd: number,
): boolean {
  const last = Math.max(endedAt?.getTime() ?? 0, returnedAt?.getTime() ?? 0)
  return endedAt === null || now.getTime() <= last + daysAfterEnd * DAY_MS
}

type Said = { readonly side: LetterSide; readonly text: string; readonly at: Date }

/** Whether words are those that the same side said just before. */
export function isSaidTwice(last: Said | undefined, { side, text, at }: Said): boolean {
  return last !== undefined && last.side === side && last.text === text && at.getTime() - last.at.getTime() < TWICE_MS
}

/**
 * Whether what an office writes next is read by whoever has the receipt: as what it answers was written, else as the case was filed.
 * What was written by an account is never answered to the receipt.
 */
export function isReadByReceipt(lastOfCitizen: { readonly byReceipt: boolean } | undefined, channel: string): boolean {
  return lastOfCitizen?.byReceipt ?? channel !== 'online'
}

/** Whether the citizen is told of a letter by another way: not again while one lies unread of which they were told an hour ago or less. */
export function isWorthTelling(unreadBefore: readonly { readonly at: Date }[], now: Date): boolean {
  return !unreadBefore.some(({ at }) => now.getTime() - at.getTime() < TOLD_MS)
}

/** That there is something to read, and nothing of what it says. */
export function letterNotice(code: string, place: string, language: 'vi' | 'en'): { subject: string; text: string } {
  if (language === 'en')
    return {
      subject: `Case ${code}: a new message`,
      text: `The office has written to you about case ${code}. Read it at ${place}.`,
    }
  return {
    subject: `Hồ sơ ${code} có lời nhắn mới`,
    text: `Cơ quan giải quyết có lời nhắn mới về hồ sơ ${code}. Xem tại ${place}.`,
  }
}
