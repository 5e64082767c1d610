import type { z } from 'zod'
import { Problem } from '#kernel/problem.ts'
import { loadStructure, scopesOver } from '#modules/organisation/index.ts'
import type { Tx } from '#server/db.ts'
import { findFiles } from '#server/files.ts'
import type { Context } from '#server/operation.ts'
import { openFile, requireCheckedFiles } from '../checked-files.ts'
import type { Letter } from '../contract/letters.ts'
import { caseTopic, unitTopic } from '../contract/shapes.ts'
import type { CaseRow } from '../domain/case.ts'
import { isReadByReceipt, isSaidTwice, type LetterSide, mayStillTalk } from '../domain/letter.ts'
import {
  beginWaiting,
  countLetters,
  endWaiting,
  findLastLetter,
  findLetter,
  findLetterSettings,
  insertLetter,
  type LetterRow,
  listLetterFiles,
  listLetterRows,
} from '../store/letters.ts'
import { calendarOf } from './calendar.ts'
import { dueAfter } from './due.ts'
import { unitNamer } from './units.ts'

/** Who writes: for which side, under which name and unit, with the receipt in hand or not. */
export type Writer = Pick<LetterRow, 'side' | 'byReceipt' | 'writtenBy' | 'writtenByName' | 'unitId'>
type Words = { readonly text: string; readonly fileIds: readonly string[] }
type Writing = Pick<Context, 'tx' | 'now' | 'newId' | 'emit' | 'announce'> & { readonly actor: Context['actor'] | null }

const DAY_MS = 86_400_000

/** Keeps what was said about a case and tells whoever watches; the id of the letter, of the first one when it is said twice. Throws each refusal. */
export async function keepLetter(context: Writing, row: CaseRow, writer: Writer, words: Words): Promise<string> {
  const { tx, now, newId } = context
  const { text, fileIds } = words
  const last = await findLastLetter(tx, row.id, writer.side)
  if (fileIds.length === 0 && last && isSaidTwice(last, { side: writer.side, text, at: now })) return last.id
  await requireTalk(tx, row, writer.side, now)
  if (context.actor) await requireCheckedFiles(tx, fileIds, context.actor)
  const letter = { id: newId(), caseId: row.id, text, at: now, readAt: null, ...writer }
  await insertLetter(tx, letter, [...new Set(fileIds)])
  if (writer.side === 'office') await endWaiting(tx, row.id)
  else await waitFor(tx, row, now)
  await context.emit('cases.letter-written', { caseId: row.id, letterId: letter.id, side: writer.side })
  await tellOfTalk(context, row)
  return letter.id
}

async function requireTalk(tx: Tx, row: CaseRow, side: LetterSide, now: Date): Promise<void> {
  const { mostADay, daysAfterEnd } = await findLetterSettings(tx)
  if (!mayStillTalk(row, now, daysAfterEnd))
    throw new Problem('conflict', 'cases/talk-closed', '', { values: { days: daysAfterEnd } })
  if (side === 'citizen' && (await countLetters(tx, row.id, side, new Date(now.getTime() - DAY_MS))) >= mostADay)
    throw new Problem('too-many-requests', 'cases/letters-a-day', '', { values: { most: mostADay } })
}

async function waitFor(tx: Tx, row: CaseRow, now: Date): Promise<void> {
  const { answerHours } = await findLetterSettings(tx)
  const term = { amount: answerHours, unit: 'working-hours', rule: 'hours' } as const
  const dueAt = dueAfter(now, term, await calendarOf(tx, row.unitId))
  await beginWaiting(tx, row.id, { since: now, dueAt: dueAt === null ? now : new Date(dueAt) })
}

/** The lists of the unit and whoever looks at the case are told. */
export async function tellOfTalk(
  { announce }: Pick<Context, 'announce'>,
  row: Pick<CaseRow, 'id' | 'unitId' | 'competentUnitId'>,
): Promise<void> {
  for (const unitId of new Set([row.unitId, row.competentUnitId])) await announce(unitTopic(unitId))
  await announce(caseTopic(row.id))
}

/** Whether the citizen may say something about the case now. */
export async function mayTalk(tx: Tx, row: Pick<CaseRow, 'endedAt' | 'returnedAt'>, now: Date): Promise<boolean> {
  return mayStillTalk(row, now, (await findLetterSettings(tx)).daysAfterEnd)
}

/** Whether what the office says next is read by whoever has the receipt. */
export async function answersReceipt(tx: Tx, { id, channel }: Pick<CaseRow, 'id' | 'channel'>): Promise<boolean> {
  return isReadByReceipt(await findLastLetter(tx, id, 'citizen'), channel)
}

/** Who answers for the office: whoever processes cases of the unit that has the case, or of the one that decides it. */
export async function unitToAnswerFor(
  context: Pick<Context, 'tx' | 'actor'>,
  row: Pick<CaseRow, 'unitId' | 'competentUnitId'>,
): Promise<string | undefined> {
  const units = [row.unitId, row.competentUnitId]
  const holds = await scopesOver(context, ['cases:process'], units)
  return units.find((unitId) => holds('cases:process', unitId))
}

type Shown = z.input<typeof Letter>
type Page = { readonly after?: string | undefined; readonly limit: number; readonly byReceipt?: boolean }

/** One page of letters as people read them. */
export async function lettersOf(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  caseId: string,
  { after, limit, byReceipt }: Page,
): Promise<{ letters: Shown[]; next: string | null }> {
  const rows = await listLetterRows(tx, caseId, { after, limit: limit + 1, ...(byReceipt && { byReceipt }) })
  const shown = rows.slice(0, limit)
  const files = await listLetterFiles(
    tx,
    caseId,
    shown.map(({ id }) => id),
  )
  const known = await findFiles(
    tx,
    files.map(({ fileId }) => fileId),
  )
  const nameOf = unitNamer(await loadStructure(tx), now)
  return {
    letters: shown.map(({ id, side, text, at, readAt, writtenByName, unitId, ...rest }) => ({
      id,
      side,
      byReceipt: rest.byReceipt,
      text,
      writtenByName,
      unit: unitId === null ? null : nameOf(unitId).name,
      at,
      readAt,
      files: files.flatMap(({ letterId, fileId }) => {
        const file = letterId === id ? known.get(fileId) : undefined
        return file ? [{ fileId, name: file.name, mediaType: file.mediaType, size: file.size }] : []
      }),
    })),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  }
}

/** A file of a letter of the case, to be downloaded; undefined when there is none such. */
export async function fileOfLetter(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  { caseId, letterId, fileId }: { readonly caseId: string; readonly letterId: string; readonly fileId: string },
) {
  const letter = await findLetter(tx, caseId, letterId)
  const files = letter ? await listLetterFiles(tx, caseId, [letterId]) : []
  if (!files.some((file) => file.fileId === fileId)) return undefined
  const { file, check } = await openFile(tx, fileId, now)
  return { name: file.name, mediaType: check.mediaType, bytes: file.bytes }
}
