import type { Handler, HandlerContext, Schedule } from '#server/events.ts'
import { passOn } from '../engine/pass-on.ts'

/** One batch, and the wish for the next one when there is more: each in its own transaction, so that it can stop at any moment. */
async function passOnBatch(context: HandlerContext): Promise<void> {
  if (await passOn(context)) await context.emit('cases.more-to-pass-on', {})
}

/** Units have changed: what they owe passes to who follows them. */
export const passOnAfterChange: Handler = {
  name: 'cases.pass-on-after-change',
  on: 'organisation.unit-changed',
  run: passOnBatch,
}

export const passOnMore: Handler = { name: 'cases.pass-on-more', on: 'cases.more-to-pass-on', run: passOnBatch }

/** A change recorded for a later day takes effect when that day has come. */
export const passOnByTheDay: Schedule = { name: 'cases.pass-on-by-the-day', everySeconds: 3600, run: passOnBatch }
