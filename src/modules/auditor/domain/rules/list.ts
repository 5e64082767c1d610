import type { Rule } from '../rule.ts'
import { againstPrevious } from './against-previous.ts'
import { againstTarget } from './against-target.ts'
import { allOfAnother } from './all-of-another.ts'
import { asStored } from './as-stored.ts'
import { columnTotal } from './column-total.ts'
import { computedBackwards } from './computed-backwards.ts'
import { copiedNumber } from './copied-number.ts'
import { copiedRow } from './copied-row.ts'
import { dateColumns } from './date-columns.ts'
import { dateOrder } from './date-order.ts'
import { documentReference } from './document-reference.ts'
import { endedOverReceived } from './ended-over-received.ts'
import { enumerationCount } from './enumeration-count.ts'
import { fractionOverOne } from './fraction-over-one.ts'
import { growth } from './growth.ts'
import { headerFormula } from './header-formula.ts'
import { impossibleDate } from './impossible-date.ts'
import { kindMismatch } from './kind-mismatch.ts'
import { lostMark } from './lost-mark.ts'
import { nonAnswer } from './non-answer.ts'
import { partExceedsWhole } from './part-exceeds-whole.ts'
import { percentInCount } from './percent-in-count.ts'
import { percentInFraction } from './percent-in-fraction.ts'
import { populationSizes } from './population-sizes.ts'
import { quantityInText } from './quantity-in-text.ts'
import { repeatedAnswer } from './repeated-answer.ts'
import { reusedFraction } from './reused-fraction.ts'
import { rowExceedsWhole } from './row-exceeds-whole.ts'
import { rowParts } from './row-parts.ts'
import { sameQuantity } from './same-quantity.ts'
import { sequence } from './sequence.ts'
import { shareOfColumns } from './share-of-columns.ts'
import { shareWithoutCount } from './share-without-count.ts'
import { statedPercentage } from './stated-percentage.ts'
import { statusWords } from './status-words.ts'
import { targetInWords } from './target-in-words.ts'
import { targetRepeated } from './target-repeated.ts'
import { toldShare } from './told-share.ts'
import { unitNotValid } from './unit-not-valid.ts'

/** Every rule, in the order in which they are explained to people. */
export const RULES: readonly Rule[] = [
  headerFormula,
  columnTotal,
  rowParts,
  shareOfColumns,
  percentInCount,
  percentInFraction,
  partExceedsWhole,
  rowExceedsWhole,
  lostMark,
  statedPercentage,
  toldShare,
  fractionOverOne,
  growth,
  statusWords,
  enumerationCount,
  dateOrder,
  dateColumns,
  impossibleDate,
  documentReference,
  sequence,
  targetRepeated,
  targetInWords,
  nonAnswer,
  shareWithoutCount,
  repeatedAnswer,
  kindMismatch,
  reusedFraction,
  populationSizes,
  computedBackwards,
  copiedNumber,
  copiedRow,
  sameQuantity,
  quantityInText,
  endedOverReceived,
  allOfAnother,
  againstTarget,
  unitNotValid,
  asStored,
  againstPrevious,
]
