import type { Permission } from '#kernel/endpoint.ts'
import { useMessages } from '#ui/language.tsx'
import { useOperation } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { useMay, useSession } from '#ui/session.tsx'
import { listAssignees } from '../contract.ts'
import { en } from './list-messages.en.ts'
import { vi } from './list-messages.vi.ts'

type Props = {
  readonly label: string
  /** Of which unit's people one is chosen. */
  readonly unitId: string | null
  readonly value: string | null
  readonly onChange: (accountId: string | null) => void
  readonly clearable?: boolean
  /** Giving a case to others is steering. */
  readonly othersNeed?: Permission
}

/** Who works on a case: oneself first, then the others of the unit who may. */
export function AssigneeField({ label, unitId, value, onChange, clearable = false, othersNeed = 'signed-in' }: Props) {
  const m = useMessages({ vi, en })
  const { account } = useSession()
  const may = useMay()
  const { data } = useOperation(listAssignees, unitId === null || !may(othersNeed) ? null : { unitId })
  const others = (data?.people ?? []).filter(({ accountId }) => accountId !== account?.id)
  return (
    <SelectField
      label={label}
      value={value}
      onChange={onChange}
      clearable={clearable}
      hint={data && others.length === 0 ? m.noAssignees : undefined}
      options={[
        ...(account ? [{ value: account.id, label: `${account.name} (${m.toMe})` }] : []),
        ...others.map(({ accountId, name, title }) => ({ value: accountId, label: `${name}, ${title}` })),
      ]}
    />
  )
}
