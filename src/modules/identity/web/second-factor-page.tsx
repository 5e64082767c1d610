import { Button } from '@mantine/core'
import { call } from '#ui/call.ts'
import { Loaded } from '#ui/loaded.tsx'
import { Page } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import * as contract from '../contract.ts'
import { AppSection } from './app-section.tsx'
import { useGoOnWhen } from './back.ts'
import { PasskeySection } from './passkey-section.tsx'
import { useTexts } from './texts.ts'

/** Enrolling the second factor that the account has to have before anything else. */
export function SecondFactorPage() {
  const m = useTexts()
  const session = useOperation(contract.currentSession, {})
  const security = useOperation(contract.ownSecurity, {})
  const isFree = session.data?.state === 'signed-in'
  useGoOnWhen(isFree)
  const enrolled = security.data && (security.data.totpSince !== null || security.data.passkeys.length > 0)
  const leave = () => call(contract.signOut, {}).finally(() => location.assign('/sign-in'))
  return (
    <Page
      title={m.secondFactor}
      lead={m.mustEnrol}
      width="reading"
      actions={
        enrolled ? (
          <Button onClick={() => void session.refetch()}>{m.done}</Button>
        ) : (
          <Button variant="subtle" onClick={() => void leave()}>
            {m.signOut}
          </Button>
        )
      }
    >
      <Loaded query={security}>
        {(data) => (
          <>
            <AppSection security={data} />
            <PasskeySection security={data} onAdded={() => void session.refetch()} />
          </>
        )}
      </Loaded>
    </Page>
  )
}
