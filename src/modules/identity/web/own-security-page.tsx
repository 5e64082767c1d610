import { Button, Group, Stack, Text } from '@mantine/core'
import { LinkButton } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Page, Section } from '#ui/page.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { useToast } from '#ui/toast.tsx'
import * as contract from '../contract.ts'
import { AppSection } from './app-section.tsx'
import { PasskeySection } from './passkey-section.tsx'
import { goToProvider } from './provider-flow.ts'
import { SessionsSection } from './sessions-section.tsx'
import { SignInsTable } from './sign-ins-table.tsx'
import { useTexts } from './texts.ts'
import { TokensSection } from './tokens-section.tsx'

/** Everything that protects one's own account, in one place. */
export function OwnSecurityPage() {
  const m = useTexts()
  const security = useOperation(contract.ownSecurity, {})
  return (
    <Page
      title={m.ownSecurity}
      lead={m.ownSecurityLead}
      actions={
        <LinkButton to="/own-rights" variant="default">
          {m.ownRights}
        </LinkButton>
      }
    >
      <Loaded query={security}>
        {(data) => (
          <>
            <PasswordSection security={data} />
            <AppSection security={data} />
            <PasskeySection security={data} onAdded={() => void security.refetch()} />
            {data.providers.length > 0 && <ProvidersSection security={data} />}
            <SessionsSection sessions={data.sessions} />
            <TokensSection security={data} />
            <Section title={m.signIns}>
              <SignInsTable signIns={data.signIns} />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  )
}

function PasswordSection({ security: { password } }: { readonly security: contract.OwnSecurity }) {
  const m = useTexts()
  return (
    <Section
      title={m.password}
      actions={
        password && (
          <LinkButton to="/change-password?back=%2Fown-security" variant="default">
            {m.changePassword}
          </LinkButton>
        )
      }
    >
      <Text>
        {password
          ? [
              m.passwordChangedAt(formatMoment(password.changedAt)),
              ...(password.staleAt ? [m.passwordStaleAt(formatMoment(password.staleAt))] : []),
            ].join(' · ')
          : m.noPassword}
      </Text>
    </Section>
  )
}

function ProvidersSection({ security }: { readonly security: contract.OwnSecurity }) {
  const m = useTexts()
  const toast = useToast()
  const unlink = useChange(contract.unlinkProvider, { invalidates: [contract.ownSecurity], onProblem: toast.problem })
  return (
    <Section title={m.providers}>
      <Stack gap="sm">
        {security.providers.map(({ id, name, linkedAt }) => (
          <Group key={id} justify="space-between" gap="xs">
            <div>
              <Text>{name}</Text>
              <Text size="sm" c="dimmed">
                {linkedAt ? m.linkedAt(formatMoment(linkedAt)) : m.notLinked}
              </Text>
            </div>
            {linkedAt ? (
              <Button size="xs" variant="default" onClick={() => unlink.mutate({ providerId: id })}>
                {m.unlink}
              </Button>
            ) : (
              <Button size="xs" variant="default" onClick={() => goToProvider(id, true).catch(toast.problem)}>
                {m.link}
              </Button>
            )}
          </Group>
        ))}
      </Stack>
    </Section>
  )
}
