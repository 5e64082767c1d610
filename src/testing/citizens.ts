import { sql } from 'kysely'
import type { z } from 'zod'
import { addDays } from '#kernel/calendar.ts'
import { newId } from '#kernel/id.ts'
import * as forms from '#modules/forms/contract.ts'
import { hashOfAddress, sealAddress } from '#modules/portal/sign-in.ts'
import type { Caller, TestApi } from './api.ts'
import { done, today } from './ward.ts'

// Forms with a field of every kind, for tests of other modules.
export { both, formOf, goodAnswers, sampleForm } from '#modules/forms/domain/sample.fixture.ts'

let made = 0

/** A citizen who has proven a phone number. */
export async function aCitizen(api: TestApi): Promise<Caller & { readonly phone: string }> {
  const [id, phone] = [newId(), `09120${String(10_000 + made++)}`]
  await sql`insert into portal.citizen (id, channel, address_hash, address_sealed, created_at)
    values (${id}, 'sms', ${hashOfAddress(phone)}, ${sealAddress(phone, id)}, now())`.execute(api.db)
  return { ...api.as({ id, kind: 'citizen', name: 'Công dân' }), phone }
}

type Definition = z.input<typeof forms.FormDefinition>

/** A form of these procedures, in force since yesterday. */
export async function publishedForm(api: TestApi, definition: Definition, procedures: readonly string[]) {
  const code = `to-khai-thu-${made++}`
  await done(api.root.call(forms.createForm, { code, procedures, definition }))
  const { body } = await done(api.root.call(forms.publishForm, { code, revision: 1, validFrom: addDays(today(), -1) }))
  return { code, versionId: body.version.id, hash: body.version.hash }
}

/** The next version of the form, in force from today. */
export async function nextVersion(api: TestApi, code: string, definition: Definition, procedures: readonly string[]) {
  const { body: saved } = await done(
    api.root.call(forms.saveFormDraft, { code, revision: null, procedures, definition }),
  )
  const { body } = await done(api.root.call(forms.publishForm, { code, revision: saved.revision, validFrom: today() }))
  return { code, versionId: body.version.id, hash: body.version.hash }
}
