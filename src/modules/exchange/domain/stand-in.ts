/**
 * How the simulation of the portal behaves: `well` · `slow` answers late · `down` cannot be reached · `wrong` answers nonsense and refuses what
 * is right · `doubling` takes a call and breaks the line, so that it comes again, and tells everything twice · `reordering` tells in any order.
 */
export const MOODS = ['well', 'slow', 'down', 'wrong', 'doubling', 'reordering'] as const
export type Mood = (typeof MOODS)[number]
