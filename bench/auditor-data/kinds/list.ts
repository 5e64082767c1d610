import type { Maker } from '../make.ts'
import { budget } from './budget.ts'
import { crosstab } from './crosstab.ts'
import { documents } from './documents.ts'
import { feedback } from './feedback.ts'
import { incidents } from './incidents.ts'
import { investment } from './investment.ts'
import { land } from './land.ts'
import { monthly } from './monthly.ts'
import { narrative } from './narrative.ts'
import { oneStop } from './one-stop.ts'
import { petitions } from './petitions.ts'
import { population } from './population.ts'
import { progress } from './progress.ts'
import { ranking } from './ranking.ts'
import { schools } from './schools.ts'
import { staff } from './staff.ts'
import { targets } from './targets.ts'
import { tourism } from './tourism.ts'
import { vaccination } from './vaccination.ts'

/** Every kind of report that the generator writes. */
export const KINDS: Readonly<Record<string, (make: Maker) => void>> = {
  'one-stop': oneStop,
  documents,
  budget,
  targets,
  population,
  feedback,
  schools,
  narrative,
  progress,
  tourism,
  ranking,
  staff,
  monthly,
  crosstab,
  incidents,
}

/** Kinds that were written after the rules and shown to nobody who writes rules: what the auditor does with reports it was not made on. */
export const HELD_OUT: Readonly<Record<string, (make: Maker) => void>> = { land, vaccination, petitions, investment }
