import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { mayReadDrafts } from '../publishing.ts'
import { shownField, shownProcesses, shownVersion } from '../shown.ts'
import { getField } from '../store/fields.ts'
import { listProcesses } from '../store/processes.ts'
import type { VersionHead } from '../store/tables.ts'
import { findProcedure, getVersion, listVersions } from '../store/versions.ts'

export const getProcedure = operation(
  contract.getProcedure,
  async ({ tx, now, actor }, { code, versionId, ...input }) => {
    const day = input.day ?? dayAt(now)
    const isInside = mayReadDrafts(actor)
    const procedure = await findProcedure(tx, code)
    const all = procedure ? await listVersions(tx, procedure.id) : []
    const versions = isInside ? all : all.filter(({ state }) => state !== 'draft')
    const wanted = versionId === undefined ? choose(versions, day) : versions.find(({ id }) => id === versionId)
    // Whoever may not read drafts is not told of a procedure that is only one.
    if (!procedure || versions.length === 0) throw new Problem('not-found', 'procedures/unknown-procedure')
    if (!wanted) throw new Problem('not-found', 'procedures/unknown-version')
    const { content } = await getVersion(tx, wanted.id)
    const processes = isInside ? await listProcesses(tx, procedure.id) : []
    return {
      id: procedure.id,
      code,
      field: shownField(await getField(tx, wanted.fieldCode)),
      version: shownVersion(wanted),
      content,
      inForce: isInForce(wanted, day),
      versions: versions.map(shownVersion),
      processes: await shownProcesses(tx, processes, now),
    }
  },
)

const isInForce = ({ state, validFrom, validTo }: VersionHead, day: string) =>
  state === 'published' && validFrom !== null && validFrom <= day && (validTo === null || day < validTo)

const choose = (versions: readonly VersionHead[], day: string) =>
  versions.find((version) => isInForce(version, day)) ?? versions[0]
