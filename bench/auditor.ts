import { audit } from '#modules/auditor/domain/audit.ts'
import { NOTHING_KNOWN } from '#modules/auditor/domain/knowledge.ts'
import type { Planted } from './auditor-data/plant.ts'
import type { Judged, Sums } from './auditor-data/score.ts'
import { add, judge, noSums } from './auditor-data/score.ts'
import { FILE_KINDS, judgeFiles, measureSpeed } from './auditor-data/through-files.ts'
import { HELD_OUT_NAMES, KIND_NAMES, writeReport } from './auditor-data/write-report.ts'
import type { Bench, Result } from './report.ts'
import { above, below, told } from './report.ts'

const SEEDS = 100
const ARITHMETIC: readonly Planted['proof'][] = ['arithmetic']
const ANY_PROOF: readonly Planted['proof'][] = ['arithmetic', 'cross', 'logic']

/**
 * What the auditor finds in reports with planted errors and what it says of reports without any: seeds 1 to 100, which were looked at while
 * the rules were written, as many that nobody has seen (`--seed N` repeats them), and kinds of report that the rules were not made on. Then
 * the same through files, and the speed on a report of 300 pages.
 */
export const bench: Bench = async ({ scale, seed, log }) => {
  const unseen = seed ?? 1_000_000 + (Math.floor(Date.now() / 1000) % 1_000_000_000)
  log(`unseen seeds begin at ${unseen}: npm run bench -- auditor --seed ${unseen}`)
  const count = Math.max(1, Math.round(SEEDS * scale))
  const seen = measure('seen', KIND_NAMES, 1, count, log)
  const fresh = measure('unseen', KIND_NAMES, unseen, count, log)
  const others = measure('unseen kinds', HELD_OUT_NAMES, unseen, count, log)
  const files = await measureFiles(unseen, Math.max(1, Math.round(SEEDS * scale * 0.05)), log)
  const { seconds, processor, megabytes, tables, numbers, pages } = await measureSpeed(
    Math.max(10, Math.round(500 * scale)),
  )
  return [
    told('unseen seeds begin at', unseen, ''),
    ...seen,
    ...fresh,
    ...others,
    ...files,
    told('long Word report: pages', pages, ''),
    told('long Word report: tables, those over a page counted once', tables, ''),
    told('long Word report: numbers', numbers, ''),
    below('long Word report: read and audited', seconds, 's', 10),
    told('long Word report: processor time of the whole process', processor, 's'),
    below('long Word report: peak memory of the process', megabytes, 'MB', 500),
  ]
}

function measure(
  name: string,
  kinds: readonly string[],
  from: number,
  count: number,
  log: (line: string) => void,
): Result[] {
  const clean: Judged[] = []
  const planted: Judged[] = []
  for (const kind of kinds) {
    for (let seed = from; seed < from + count; seed++) {
      for (const errors of [false, true]) {
        const report = writeReport(kind, seed, errors)
        if (report.own > 0) throw new Error(`${kind} ${seed}: the generator contradicts itself`)
        const { findings } = audit(report.document, NOTHING_KNOWN)
        ;(errors ? planted : clean).push(judge(report, findings))
      }
    }
  }
  printKinds(name, kinds, clean, planted, log)
  printErrors(name, planted, log)
  const all = total(planted, ARITHMETIC)
  const any = total(planted, ANY_PROOF)
  const none = total(clean, ARITHMETIC)
  return [
    above(`${name}: precision of proved, reports with errors`, share(all.provedRight, all.proved), '', 0.95),
    below(`${name}: proved false alarms per 100 reports without errors`, (none.proved / none.reports) * 100, '', 1),
    told(`${name}: likely false alarms per 100 reports without errors`, (none.likely / none.reports) * 100, ''),
    above(`${name}: recall of arithmetic errors, proved or likely`, share(all.foundLikely, all.asked), '', 0.9),
    told(`${name}: recall of arithmetic errors, proved`, share(all.foundProved, all.asked), ''),
    told(`${name}: recall of all provable errors, proved or likely`, share(any.foundLikely, any.asked), ''),
    told(`${name}: precision of likely`, share(all.likelyRight, all.likely), ''),
    told(`${name}: corrections that bring back what stood there`, share(all.correctionsRight, all.corrections), ''),
    told(`${name}: planted arithmetic errors`, all.asked, ''),
  ]
}

/** The same through files: what a reader loses shows as lost recall or as false alarms. */
async function measureFiles(from: number, count: number, log: (line: string) => void): Promise<Result[]> {
  log('\nthe same through files')
  log(line(['file', 'reports', 'precision', 'recall', 'recall*', 'false proved', 'false likely']))
  const results: Result[] = []
  for (const kind of FILE_KINDS) {
    const clean = total(await judgeFiles(kind, from, count, false), ARITHMETIC)
    const planted = total(await judgeFiles(kind, from, count, true), ARITHMETIC)
    log(
      line([
        kind,
        planted.reports,
        percent(planted.provedRight, planted.proved),
        percent(planted.foundLikely, planted.asked),
        percent(planted.foundProved, planted.asked),
        clean.proved,
        clean.likely,
      ]),
    )
    results.push(
      above(`${kind}: precision of proved`, share(planted.provedRight, planted.proved), '', 0.95),
      above(
        `${kind}: recall of arithmetic errors, proved or likely`,
        share(planted.foundLikely, planted.asked),
        '',
        0.9,
      ),
    )
  }
  return results
}

function total(judged: readonly Judged[], proofs: readonly Planted['proof'][]): Sums {
  const sums = noSums()
  for (const one of judged) add(sums, one, proofs)
  return sums
}

function printKinds(
  name: string,
  kinds: readonly string[],
  clean: readonly Judged[],
  planted: readonly Judged[],
  log: (line: string) => void,
): void {
  log(`\n${name}, by kind of report`)
  log(line(['kind', 'reports', 'precision', 'recall', 'recall*', 'false proved', 'false likely', 'look']))
  for (const kind of [...kinds, 'all']) {
    const of = (judged: readonly Judged[]) => judged.filter(({ report }) => kind === 'all' || report.kind === kind)
    const [without, arithmetic] = [total(of(clean), ARITHMETIC), total(of(planted), ARITHMETIC)]
    log(
      line([
        kind,
        arithmetic.reports,
        percent(arithmetic.provedRight, arithmetic.proved),
        percent(arithmetic.foundLikely, arithmetic.asked),
        percent(arithmetic.foundProved, arithmetic.asked),
        without.proved,
        without.likely,
        without.look,
      ]),
    )
  }
}

function printErrors(name: string, planted: readonly Judged[], log: (line: string) => void): void {
  const errors = planted.flatMap((one) => one.planted)
  log(`\n${name}, by kind of error: those that the text proves (recall: proved or likely; recall*: proved)`)
  log(line(['error', 'planted', 'provable', 'recall', 'recall*', 'look']))
  for (const kind of [...new Set(errors.map(({ error }) => error.kind))].toSorted()) {
    const all = errors.filter(({ error }) => error.kind === kind)
    const provable = all.filter(({ error }) => error.proof !== 'none')
    const found = (severities: readonly string[]) =>
      provable.filter(({ found: one }) => one !== null && severities.includes(one)).length
    log(
      line([
        kind,
        all.length,
        provable.length,
        percent(found(['proved', 'likely']), provable.length),
        percent(found(['proved']), provable.length),
        percent(found(['look']), provable.length),
      ]),
    )
  }
}

function line(cells: readonly (string | number)[]): string {
  return cells.map((cell, index) => (index === 0 ? String(cell).padEnd(18) : String(cell).padStart(13))).join('')
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((part / whole) * 100).toFixed(1)}%`
}
