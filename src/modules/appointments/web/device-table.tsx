import { Button, Group, Text } from '@mantine/core'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useMessages } from '#ui/language.tsx'
import { formatMoment } from '#ui/moment.ts'
import { useChange } from '#ui/query.ts'
import { RevokeButton } from '#ui/revoke-button.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import { useToast } from '#ui/toast.tsx'
import { type Device, listDevices, revokeDevice } from '../contract.ts'
import { en } from './devices-messages.en.ts'
import { vi } from './devices-messages.vi.ts'

type Props = {
  readonly rows: readonly Device[] | undefined
  readonly problem: unknown
  readonly onRename: (device: Device) => void
  readonly next: string | null
  readonly onNext: (after: string) => void
}

/** Devices, one a row, with what can be done to those in use. */
export function DeviceTable({ rows, problem, onRename, next, onNext }: Props) {
  const m = useMessages({ vi, en })
  return (
    <DataTable<Device>
      label={m.table(m.devices)}
      rows={rows ?? []}
      rowKey={({ id }) => id}
      state={rows === undefined && !problem ? 'loading' : 'ready'}
      problem={problem}
      phone="cards"
      empty={<EmptyState title={m.none} />}
      footer={
        next !== null && (
          <Button size="xs" variant="default" onClick={() => onNext(next)}>
            {m.more}
          </Button>
        )
      }
      columns={[
        { key: 'name', label: m.name, width: 230, cell: ({ name }) => <strong>{name}</strong> },
        { key: 'kind', label: m.kind, width: 170, cell: ({ kind }) => m.kinds[kind] },
        {
          key: 'place',
          label: m.place,
          width: 220,
          cell: ({ unitName, desk }) => (desk === null ? unitName : `${unitName}, ${m.desk.toLowerCase()} ${desk}`),
        },
        { key: 'state', label: m.state, width: 240, cell: (device) => <State device={device} /> },
        {
          key: 'seen',
          label: m.seen,
          width: 150,
          cell: ({ lastSeenAt }) => (lastSeenAt === null ? m.never : formatMoment(lastSeenAt)),
        },
        {
          key: 'by',
          label: m.by,
          width: 200,
          cell: ({ pairedByName, pairedAt }) => `${pairedByName} (${formatMoment(pairedAt)})`,
        },
        { key: 'act', label: m.act, width: 210, cell: (device) => <Acts device={device} onRename={onRename} /> },
      ]}
    />
  )
}

function State({ device }: { readonly device: Device }) {
  const m = useMessages({ vi, en })
  const { revokedAt, revokedByName, revokedReason } = device
  if (revokedAt === null) return <StatusChip tone="good">{m.inUse}</StatusChip>
  return (
    <>
      <StatusChip tone="bad">{m.revoked}</StatusChip>
      <Text size="sm">{m.revokedOn(formatMoment(revokedAt), revokedByName ?? '', revokedReason ?? '')}</Text>
    </>
  )
}

function Acts({ device, onRename }: { readonly device: Device; readonly onRename: Props['onRename'] }) {
  const m = useMessages({ vi, en })
  const toast = useToast()
  const revoke = useChange(revokeDevice, { invalidates: [listDevices], onProblem: toast.problem })
  if (device.revokedAt !== null) return null
  const { id: deviceId, name } = device
  return (
    <Group gap="xs">
      <Button size="xs" variant="default" onClick={() => onRename(device)} aria-label={m.renameOf(name)}>
        {m.rename}
      </Button>
      <RevokeButton
        label={m.revoke}
        spoken={m.revokeOf(name)}
        title={m.revokeTitle(name)}
        body={m.revokeWhy}
        busy={revoke.isPending}
        onRevoke={(reason) => revoke.mutate({ deviceId, reason })}
      />
    </Group>
  )
}
