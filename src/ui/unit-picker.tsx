import { Combobox, Loader, Text, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSelector } from '@tabler/icons-react'
import { useEffect, useId, useState } from 'react'
import type { FieldProps } from './form.tsx'
import classes from './unit-picker.module.css'
import { useWords } from './words.ts'

export type UnitOption = {
  readonly id: string
  readonly name: string
  readonly code?: string
  /** The units above it, shown small. */
  readonly path?: string
  /** How deep it stands in the tree: indents it. */
  readonly depth?: number
}

type Props = FieldProps<UnitOption | null> & {
  readonly load: (search: string) => Promise<readonly UnitOption[]>
  readonly placeholder?: string
  readonly 'aria-label'?: string
}

/** A unit found by typing a part of its name or code, or picked from the tree. */
export function UnitPicker({ value, onChange, load, hint, placeholder, ...rest }: Props) {
  const words = useWords()
  const id = useId()
  const [search, setSearch] = useState<string | null>(null)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const { options, busy } = useOptions(load, search, combobox.dropdownOpened)

  // Typed and found: Enter takes the first one.
  useEffect(() => {
    if (search && options.length > 0) combobox.selectFirstOption()
    // The store of the list is another object with each drawing.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [options])

  const choose = (unitId: string) => {
    onChange(options.find((option) => option.id === unitId) ?? null)
    setSearch(null)
    combobox.closeDropdown()
  }
  const type = (text: string) => {
    setSearch(text)
    if (text === '' && !rest.required) onChange(null)
    combobox.openDropdown()
    combobox.updateSelectedOptionIndex()
  }
  const leave = () => {
    setSearch(null)
    combobox.closeDropdown()
  }
  return (
    <Combobox store={combobox} onOptionSubmit={choose} withinPortal={false}>
      <Combobox.Target>
        <TextInput
          {...rest}
          id={id}
          description={hint}
          placeholder={placeholder ?? words.choose}
          value={search ?? value?.name ?? ''}
          onChange={(event) => type(event.currentTarget.value)}
          onFocus={(event) => event.currentTarget.select()}
          onClick={() => combobox.openDropdown()}
          onBlur={leave}
          autoComplete="off"
          rightSection={busy ? <Loader size={16} /> : <IconSelector size={16} aria-hidden />}
          rightSectionPointerEvents="none"
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={320} className={classes.options} labelledBy={`${id}-label`}>
          {options.map((option) => (
            <Combobox.Option
              key={option.id}
              value={option.id}
              active={option.id === value?.id}
              style={{ paddingInlineStart: 10 + (option.depth ?? 0) * 16 }}
            >
              <span className={classes.name}>{option.name}</span>
              {option.code && <span className={classes.code}>{option.code}</span>}
              {option.path && (
                <Text component="span" size="xs" c="dimmed" className={classes.path}>
                  {option.path}
                </Text>
              )}
            </Combobox.Option>
          ))}
          {options.length === 0 && <Combobox.Empty>{busy ? words.searching : words.nothingFound}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

/** What `load` answers for the text typed last; answers that come late are dropped. */
function useOptions(load: Props['load'], search: string | null, opened: boolean) {
  const [asked] = useDebouncedValue(search ?? '', 200)
  const [options, setOptions] = useState<readonly UnitOption[]>([])
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    if (!opened) return
    let isLate = false
    setBusy(true)
    const show = (found: readonly UnitOption[]) => {
      if (isLate) return
      setOptions(found)
      setBusy(false)
    }
    load(asked).then(show, () => show([]))
    return () => {
      isLate = true
    }
    // A new `load` function with each drawing asks nothing new.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [asked, opened])
  return { options, busy }
}
