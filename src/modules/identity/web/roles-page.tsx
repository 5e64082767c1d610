import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { formatNumber } from '#kernel/number.ts'
import { ConfirmDialog } from '#ui/confirm.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { useLabel } from '#ui/language.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { Page, Section } from '#ui/page.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { useMay } from '#ui/session.tsx'
import { SideDrawer } from '#ui/side-drawer.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import { useToast } from '#ui/toast.tsx'
import * as contract from '../contract.ts'
import { EditRole } from './edit-role.tsx'
import { RoleMatrix } from './role-matrix.tsx'
import { useTexts } from './texts.ts'

/** The roles as data: list, matrix, changing. */
export function RolesPage() {
  const m = useTexts()
  const may = useMay()
  const [editing, setEditing] = useState<contract.Role | 'new' | null>(null)
  const roles = useOperation(contract.listRoles, {}, { topics: [contract.ACCOUNTS_TOPIC] })
  const configures = may('identity:configure')
  return (
    <Page
      title={m.rolesPage}
      lead={m.rolesLead}
      width="full"
      actions={configures && <Button onClick={() => setEditing('new')}>{m.createRole}</Button>}
    >
      <Loaded query={roles}>
        {(data) => (
          <>
            <Section title={m.roles}>
              <RoleList roles={data.roles} onEdit={configures ? setEditing : null} />
            </Section>
            <Section title={m.permissions}>
              <RoleMatrix roles={data.roles} />
            </Section>
          </>
        )}
      </Loaded>
      <SideDrawer
        opened={editing !== null}
        title={editing === 'new' ? m.createRole : m.editRole}
        onClose={() => setEditing(null)}
      >
        {editing && <EditRole role={editing === 'new' ? null : editing} onDone={() => setEditing(null)} />}
      </SideDrawer>
    </Page>
  )
}

type ListProps = { readonly roles: readonly contract.Role[]; readonly onEdit: ((role: contract.Role) => void) | null }

function RoleList({ roles, onEdit }: ListProps) {
  const m = useTexts()
  const say = useLabel()
  const toast = useToast()
  const [retiring, setRetiring] = useState<contract.Role | null>(null)
  const retire = useChange(contract.retireRole, {
    invalidates: [contract.listRoles],
    onDone: () => setRetiring(null),
    onProblem: (problem) => {
      setRetiring(null)
      toast.problem(problem)
    },
  })
  return (
    <>
      <DataTable
        label={m.table(m.roles)}
        rows={roles}
        rowKey={({ id }) => id}
        phone="cards"
        columns={[
          {
            key: 'name',
            label: m.role,
            width: 220,
            cell: ({ name, emergency }) => (
              <Group gap={6}>
                <Text>{say(name)}</Text>
                {emergency && <StatusChip tone="warning">{m.emergencyMark}</StatusChip>}
              </Group>
            ),
            sortBy: ({ name }) => say(name),
          },
          { key: 'description', label: m.roleFor, width: 380, cell: ({ description }) => say(description) },
          {
            key: 'holders',
            label: m.who,
            width: 120,
            cell: ({ holders }) => m.holders(formatNumber(holders)),
            sortBy: ({ holders }) => holders,
          },
          ...(onEdit
            ? [
                {
                  key: 'act',
                  label: m.change,
                  width: 190,
                  cell: (role: contract.Role) => (
                    <Group gap={6}>
                      <Button
                        size="xs"
                        variant="default"
                        aria-label={`${m.change}: ${say(role.name)}`}
                        onClick={() => onEdit(role)}
                      >
                        {m.change}
                      </Button>
                      <Button
                        size="xs"
                        variant="subtle"
                        aria-label={`${m.retireRole}: ${say(role.name)}`}
                        onClick={() => setRetiring(role)}
                      >
                        {m.retireRole}
                      </Button>
                    </Group>
                  ),
                },
              ]
            : []),
        ]}
      />
      <ConfirmDialog
        opened={retiring !== null}
        title={m.retireRoleTitle}
        body={retiring ? say(retiring.name) : ''}
        confirmLabel={m.retireRole}
        danger
        busy={retire.isPending}
        onConfirm={() => retiring && retire.mutate({ code: retiring.code })}
        onClose={() => setRetiring(null)}
      />
    </>
  )
}
