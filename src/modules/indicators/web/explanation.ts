import type { z } from 'zod'
import type { explainFigure } from '../contract.ts'

/** What a figure is made of, as the operation answers it. */
export type Explanation = z.output<typeof explainFigure.output>
