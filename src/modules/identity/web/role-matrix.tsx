import { Text, VisuallyHidden } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { DataTable } from '#ui/data-table.tsx'
import { useLabel, useLanguage } from '#ui/language.tsx'
import type { Role } from '../contract.ts'
import { includes } from '../domain/rights.ts'
import { usePermissions } from './permission-names.ts'
import { useTexts } from './texts.ts'

/** Each permission against each role. */
export function RoleMatrix({ roles }: { readonly roles: readonly Role[] }) {
  const m = useTexts()
  const say = useLabel()
  const { language } = useLanguage()
  const permissions = usePermissions()
  return (
    <DataTable
      label={m.table(m.rolesPage)}
      rows={permissions}
      rowKey={({ permission }) => permission}
      height={560}
      columns={[
        {
          key: 'permission',
          label: m.permission,
          width: 330,
          pinned: true,
          cell: ({ permission, summaries }) => (
            <>
              {permission}
              <Text size="xs" c="dimmed">
                {summaries
                  .map((summary) => summary[language])
                  .slice(0, 2)
                  .join('; ')}
              </Text>
            </>
          ),
          sortBy: ({ permission }) => permission,
        },
        ...roles.map((role) => ({
          key: role.code,
          label: say(role.name),
          width: 130,
          align: 'center' as const,
          cell: ({ permission }: { permission: string }) => (
            <Held held={role.permissions.some((held) => includes(held, permission))} />
          ),
        })),
      ]}
    />
  )
}

function Held({ held }: { readonly held: boolean }) {
  const m = useTexts()
  return held ? (
    <>
      <IconCheck size={18} aria-hidden />
      <VisuallyHidden>{m.held}</VisuallyHidden>
    </>
  ) : (
    <VisuallyHidden>{m.notHeld}</VisuallyHidden>
  )
}
