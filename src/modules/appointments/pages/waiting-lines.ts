import { html, type Piece } from '#kernel/html.ts'
import type { PageView } from '#server/page.ts'
import type { Ticket } from '../contract.ts'
import { en } from './queue-messages.en.ts'
import { vi } from './queue-messages.vi.ts'

/** The words of pages about lines. */
export const queueWords = ({ language }: PageView) => (language === 'vi' ? vi : en)

/** By how much estimates of today were off. */
export function accuracyLine(view: PageView, { offMinutes, tickets }: Ticket['accuracy']): string {
  return tickets === 0 ? '' : queueWords(view).accuracy(Math.round(offMinutes / tickets), tickets)
}

/** Who is before, and how long it may take. */
export function waitingLines(view: PageView, ticket: Ticket): Piece {
  const m = queueWords(view)
  if (ticket.state !== 'waiting') return ''
  return html`${ticket.slotAt ? html`<p>${m.slot(ticket.slotAt)}</p>` : ''}${ticket.isLate ? html`<p>${m.late}</p>` : ''}
<p class="large">${m.ahead(ticket.ahead)}</p><p>${ticket.ahead === 0 ? '' : ticket.estimatedMinutes === null ? m.noEstimate : m.estimate(ticket.estimatedMinutes)} <span class="quiet">${accuracyLine(view, ticket.accuracy)}</span></p>`
}
