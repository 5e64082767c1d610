import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { CopyButton } from '#ui/copy-button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { formatMoment } from '#ui/moment.ts'
import { NumberField } from '#ui/number-field.tsx'
import { Section } from '#ui/page.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { ManyField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useToast } from '#ui/toast.tsx'
import * as contract from '../contract.ts'
import { useTexts } from './texts.ts'

/** One's access tokens: creating with a part of one's rights, revoking. */
export function TokensSection({ security }: { readonly security: contract.OwnSecurity }) {
  const m = useTexts()
  const toast = useToast()
  const [creating, setCreating] = useState(false)
  const [made, setMade] = useState<string | null>(null)
  const revoke = useChange(contract.revokeToken, {
    invalidates: [contract.ownSecurity],
    onDone: () => toast.good(m.revoked),
    onProblem: toast.problem,
  })
  return (
    <Section
      title={m.tokens}
      lead={m.tokensLead}
      actions={
        <Button variant="default" onClick={() => setCreating(true)}>
          {m.createToken}
        </Button>
      }
    >
      <Stack gap="sm">
        {made && (
          <Alert color="green" variant="light" title={m.tokenOnce}>
            <Group gap="xs">
              <Code style={{ overflowWrap: 'anywhere' }}>{made}</Code>
              <CopyButton text={made} />
            </Group>
          </Alert>
        )}
        {security.tokens.length === 0 && <Text c="dimmed">{m.noTokens}</Text>}
        {security.tokens.map((token) => (
          <Group key={token.id} justify="space-between" gap="xs">
            <div>
              <Text>{token.name}</Text>
              <Text size="sm" c="dimmed">
                {m.expires} {formatMoment(token.expiresAt)} ·{' '}
                {token.lastUsedAt ? m.lastUsed(formatMoment(token.lastUsedAt)) : m.neverUsed}
              </Text>
              <Text size="sm">{token.rights.map(({ permission }) => permission).join(', ')}</Text>
            </div>
            <Button
              size="xs"
              variant="default"
              aria-label={`${m.revoke}: ${token.name}`}
              onClick={() => revoke.mutate({ tokenId: token.id })}
            >
              {m.revoke}
            </Button>
          </Group>
        ))}
      </Stack>
      <Dialog opened={creating} title={m.createToken} onClose={() => setCreating(false)} width={560}>
        <CreateToken
          longestDays={security.longestTokenDays}
          onMade={(token) => {
            setMade(token)
            setCreating(false)
          }}
        />
      </Dialog>
    </Section>
  )
}

function CreateToken({
  longestDays,
  onMade,
}: {
  readonly longestDays: number
  readonly onMade: (token: string) => void
}) {
  const m = useTexts()
  const rights = useOperation(contract.ownRights, {})
  const create = useChange(contract.createToken, {
    invalidates: [contract.ownSecurity],
    onDone: ({ token }) => onMade(token),
  })
  const own = [...new Map((rights.data?.rights ?? []).map((right) => [keyOf(right), right])).values()]
  const form = useForm({
    start: { name: '', rights: [] as readonly string[], days: longestDays as number | null },
    send: (value) =>
      create.mutateAsync({
        name: value.name,
        days: value.days ?? 0,
        rights: own
          .filter((right) => value.rights.includes(keyOf(right)))
          .map(({ permission, unitId, reach }) => ({ permission, unitId, reach })),
      }),
  })
  return (
    <Form form={form} submitLabel={m.createToken}>
      <TextField {...form.field('name')} label={m.tokenName} required maxLength={80} />
      <ManyField
        {...form.field('rights')}
        label={m.tokenRights}
        required
        options={own.map((right) => ({
          value: keyOf(right),
          label: `${right.permission} · ${right.unitName ?? m.everyWhere}`,
        }))}
      />
      <NumberField {...form.field('days')} label={m.tokenDays} decimals={0} required />
    </Form>
  )
}

function keyOf({
  permission,
  unitId,
  reach,
}: Pick<contract.ExplainedRight, 'permission' | 'unitId' | 'reach'>): string {
  return `${permission} ${unitId ?? ''} ${reach}`
}
