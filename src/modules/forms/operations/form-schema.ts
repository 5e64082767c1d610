import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { jsonSchemaOf } from '../domain/json-schema.ts'
import { readableVersion } from '../publishing.ts'
import { findForm, listVersions } from '../store/versions.ts'

export const formSchema = operation(contract.formSchema, async ({ tx, actor, now, origin }, input) => {
  const { code } = input
  const versionId = input.versionId ?? (await idInForce())
  if (versionId === undefined) throw new Problem('not-found', 'forms/unknown-form')
  const { definition, hash } = await readableVersion(tx, actor, { code, versionId })
  return {
    hash,
    schema: { ...jsonSchemaOf(definition, `${origin}/api/forms/by-code/${code}/schema?versionId=${versionId}`) },
  }

  async function idInForce() {
    const form = await findForm(tx, code)
    const today = dayAt(now)
    const versions = form ? await listVersions(tx, form.id) : []
    return versions.find(
      ({ validFrom, validTo }) => validFrom !== null && validFrom <= today && (validTo === null || today < validTo),
    )?.id
  }
})
