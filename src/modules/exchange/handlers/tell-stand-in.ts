import { z } from 'zod'
import type { Handler } from '#server/events.ts'
import { MOODS } from '../domain/stand-in.ts'
import { runningStandIn } from '../stand-ins/running.ts'

const Told = z.object({ mood: z.enum(MOODS).optional(), filings: z.int(), unit: z.string(), procedureCode: z.string() })

/** The stand-in behaves as somebody told it on the page, and invented citizens file on it. */
export const tellStandIn: Handler = {
  name: 'exchange.tell-stand-in',
  on: 'exchange.stand-in-told',
  async run(_context, payload) {
    const { mood, filings, unit, procedureCode } = Told.parse(payload)
    const standIn = runningStandIn()
    if (!standIn) throw new Error('The stand-in does not run in this process.')
    if (mood !== undefined) standIn.behave(mood)
    standIn.file(filings, { unit, procedureCode })
  },
}
