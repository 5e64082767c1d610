import { Button, Code, Text } from '@mantine/core'
import { useState } from 'react'
import { formatNumber } from '#kernel/number.ts'
import { CheckField } from '#ui/check-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { Section } from '#ui/page.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { StatusChip } from '#ui/status-chip.tsx'
import { TextField } from '#ui/text-field.tsx'
import * as contract from '../contract.ts'
import { useTexts } from './texts.ts'

type Provider = {
  readonly id: string
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  readonly scope: string
  readonly secondFactor: boolean
  readonly active: boolean
  readonly links: number
}

/** Other sign-in providers. */
export function ProvidersSettings() {
  const m = useTexts()
  const [editing, setEditing] = useState<Provider | 'new' | null>(null)
  const providers = useOperation(contract.listProviders, {})
  return (
    <Section
      title={m.providers}
      lead={m.providersLead}
      actions={
        <Button variant="default" onClick={() => setEditing('new')}>
          {m.addProvider}
        </Button>
      }
    >
      <Loaded query={providers}>
        {(data) => (
          <>
            {data.providers.length === 0 ? (
              <Text c="dimmed">{m.noProviders}</Text>
            ) : (
              <DataTable
                label={m.table(m.providers)}
                rows={data.providers}
                rowKey={({ id }) => id}
                onOpen={setEditing}
                phone="cards"
                columns={[
                  { key: 'name', label: m.providerName, width: 200, cell: ({ name }) => name },
                  { key: 'issuer', label: m.issuer, width: 320, cell: ({ issuer }) => issuer },
                  { key: 'links', label: m.links, width: 110, align: 'end', cell: ({ links }) => formatNumber(links) },
                  {
                    key: 'active',
                    label: m.status,
                    width: 130,
                    cell: ({ active }) => (
                      <StatusChip tone={active ? 'good' : 'neutral'}>{active ? m.active : m.disabled}</StatusChip>
                    ),
                  },
                ]}
              />
            )}
            <Text size="sm" mt="sm">
              {m.redirectUri} <Code>{data.redirectUri}</Code>
            </Text>
          </>
        )}
      </Loaded>
      <Dialog
        opened={editing !== null}
        title={editing === 'new' ? m.addProvider : m.editProvider}
        onClose={() => setEditing(null)}
        width={560}
      >
        {editing && <EditProvider provider={editing === 'new' ? null : editing} onDone={() => setEditing(null)} />}
      </Dialog>
    </Section>
  )
}

function EditProvider({ provider, onDone }: { readonly provider: Provider | null; readonly onDone: () => void }) {
  const m = useTexts()
  const save = useChange(contract.saveProvider, { invalidates: [contract.listProviders], onDone })
  const form = useForm({
    start: {
      name: provider?.name ?? '',
      issuer: provider?.issuer ?? 'https://',
      clientId: provider?.clientId ?? '',
      clientSecret: '',
      secondFactor: provider?.secondFactor ?? false,
      active: provider?.active ?? true,
    },
    send: ({ clientSecret, ...value }) =>
      save.mutateAsync({
        ...value,
        providerId: provider?.id ?? null,
        clientSecret: clientSecret === '' ? null : clientSecret,
        scope: provider?.scope ?? 'openid',
      }),
  })
  return (
    <Form form={form} submitLabel={m.save}>
      <TextField {...form.field('name')} label={m.providerName} required />
      <TextField {...form.field('issuer')} label={m.issuer} required />
      <TextField {...form.field('clientId')} label={m.clientId} required />
      <TextField
        {...form.field('clientSecret')}
        type="password"
        label={m.clientSecret}
        {...(provider && { hint: m.clientSecretHint })}
        autoComplete="off"
      />
      <CheckField {...form.field('secondFactor')} label={m.providerSecondFactor} />
      <CheckField {...form.field('active')} label={m.providerActive} />
    </Form>
  )
}
