import { useState } from 'react'
import { useLabel } from '#ui/language.tsx'
import { type UnitOption, UnitPicker } from '#ui/unit-picker.tsx'
import { useIntakeSource } from './intake-source.ts'
import type { ProcedureChoice } from './procedure-source.ts'

type Props = {
  readonly label: string
  readonly value: string | null
  readonly onChange: (code: string | null, name: string) => void
  /** Offered before anything is typed. */
  readonly recent?: readonly ProcedureChoice[]
  readonly required?: boolean
  readonly error?: string | undefined
  readonly placeholder?: string
  readonly hint?: string
}

/** A procedure, found by any part of its name (marks or not) or its code. */
export function ProcedureField({ value, onChange, recent = [], ...rest }: Props) {
  const say = useLabel()
  const [chosen, setChosen] = useState<UnitOption | null>(null)
  const { searchProcedures, useProcedure } = useIntakeSource()
  const name = useProcedure(chosen?.id === value ? null : value).found?.content.name
  const known = value === null ? null : chosen?.id === value ? chosen : { id: value, name: name ? say(name) : value }
  const optionOf = ({ code, name: both }: ProcedureChoice) => ({ id: code, name: say(both), code })
  const load = async (search: string) => {
    const found = await searchProcedures(search)
    const first = search.trim() === '' ? recent : []
    const rest = found.filter(({ code }) => !first.some((one) => one.code === code))
    return [...first, ...rest].map(optionOf)
  }
  return (
    <UnitPicker
      {...rest}
      value={known}
      load={load}
      onChange={(option) => {
        setChosen(option)
        onChange(option?.id ?? null, option?.name ?? '')
      }}
    />
  )
}
