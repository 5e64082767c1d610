import type { Block, ReportDocument } from '#modules/auditor/domain/document.ts'
import { HELD_OUT, KINDS } from './kinds/list.ts'
import { makerOf } from './make.ts'
import type { Planted } from './plant.ts'
import { plant } from './plant.ts'
import { print } from './print.ts'
import { chanceOf } from './random.ts'

export type Written = {
  readonly kind: string
  readonly seed: number
  readonly document: ReportDocument
  readonly planted: readonly Planted[]
  /** What should hold and does not although nothing was planted: a mistake of the generator itself. */
  readonly own: number
}

/** The report of this kind and seed: without an error, or with some planted into the very same report. */
export function writeReport(kind: string, seed: number, errors: boolean): Written {
  const fill = KINDS[kind] ?? HELD_OUT[kind]
  if (!fill) throw new Error(`no kind of report is called ${kind}`)
  const make = makerOf(chanceOf(seed, kind))
  fill(make)
  const name = `${kind}-${seed}${errors ? '-errors' : ''}`
  print(make.draft, name)
  const own = make.draft.relations.filter(({ holds }) => !holds()).length
  const planted = errors ? plant(make.draft, chanceOf(seed, `${kind} errors`), seed) : []
  return { kind, seed, document: print(make.draft, name), planted, own }
}

export const KIND_NAMES: readonly string[] = Object.keys(KINDS)
export const HELD_OUT_NAMES: readonly string[] = Object.keys(HELD_OUT)

/** One long report out of many: this many tables with their paragraphs, without errors. */
export function writeLongReport(tables: number): ReportDocument {
  const blocks: Block[] = []
  let counted = 0
  for (let seed = 1; counted < tables; seed++) {
    for (const kind of KIND_NAMES) {
      const { document } = writeReport(kind, seed, false)
      if (counted >= tables) break
      blocks.push(...document.blocks)
      counted += document.blocks.filter((block) => block.kind === 'table').length
    }
  }
  return { name: 'long', format: 'own', blocks }
}
