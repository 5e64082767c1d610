import { type ComboboxData, MultiSelect, Select } from '@mantine/core'
import type { FieldProps } from './form.tsx'
import { useWords } from './words.ts'

export type Option = { readonly value: string; readonly label: string; readonly group?: string }

type Props = FieldProps<string | null> & {
  readonly options: readonly Option[]
  readonly clearable?: boolean
  readonly placeholder?: string
  readonly searchable?: boolean
  readonly 'aria-label'?: string
}

/** One of some; searchable by typing as soon as there are many. */
export function SelectField({
  options,
  value,
  onChange,
  hint,
  clearable = false,
  searchable,
  placeholder,
  ...rest
}: Props) {
  const words = useWords()
  return (
    <Select
      {...rest}
      description={hint}
      data={grouped(options)}
      value={value}
      onChange={onChange}
      searchable={searchable ?? options.length > 8}
      clearable={clearable}
      allowDeselect={clearable}
      clearButtonProps={{ 'aria-label': words.clear }}
      placeholder={placeholder ?? words.choose}
      nothingFoundMessage={words.nothingFound}
      comboboxProps={{ withinPortal: false }}
    />
  )
}

type ManyProps = FieldProps<readonly string[]> & { readonly options: readonly Option[]; readonly placeholder?: string }

/** Any number of some. */
export function ManyField({ options, value, onChange, hint, placeholder, ...rest }: ManyProps) {
  const words = useWords()
  return (
    <MultiSelect
      {...rest}
      description={hint}
      data={grouped(options)}
      value={[...value]}
      onChange={onChange}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': words.clear }}
      {...(value.length === 0 && { placeholder: placeholder ?? words.choose })}
      nothingFoundMessage={words.nothingFound}
      comboboxProps={{ withinPortal: false }}
    />
  )
}

function grouped(options: readonly Option[]): ComboboxData<string> {
  const groups = Map.groupBy(options, ({ group }) => group ?? '')
  const item = ({ value, label }: Option) => ({ value, label })
  const alone = (groups.get('') ?? []).map(item)
  const named = [...groups].filter(([group]) => group !== '')
  return [...alone, ...named.map(([group, members]) => ({ group, items: members.map(item) }))]
}
