import { useState } from 'react'
import { dayAt } from '#kernel/calendar.ts'
import { useLabel } from '#ui/language.tsx'
import { useOperation } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { listLateReasons } from '../contract.ts'

type Props = {
  readonly label: string
  readonly value: string
  readonly onChange: (code: string) => void
  readonly name?: string
  readonly error?: string | undefined
  readonly required?: boolean
}

/** Why a case is late, of the reasons in force today. */
export function LateReasonField({ value, onChange, ...rest }: Props) {
  const say = useLabel()
  const [day] = useState(() => dayAt(new Date()))
  const { data } = useOperation(listLateReasons, { day })
  return (
    <SelectField
      {...rest}
      value={value || null}
      onChange={(code) => onChange(code ?? '')}
      options={(data?.reasons ?? []).map(({ code, name }) => ({ value: code, label: say(name) }))}
    />
  )
}
