import { ActionIcon, Kbd, Popover, Stack, Text } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconKeyboard } from '@tabler/icons-react'
import { formatNumber } from '#kernel/number.ts'
import { CheckField } from '#ui/check-field.tsx'
import { useMessages } from '#ui/language.tsx'
import classes from './desk.module.css'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

type WalkProps = {
  readonly ids: readonly string[]
  readonly chosen: string | null
  readonly onStep: (step: 1 | -1) => void
}

/** Previous and next finding, and which of how many this is. */
export function Walk({ ids, chosen, onStep }: WalkProps) {
  const m = useMessages({ vi, en })
  const at = chosen === null ? -1 : ids.indexOf(chosen)
  return (
    <>
      <ActionIcon
        variant="default"
        size={34}
        aria-label={m.previous}
        disabled={ids.length === 0}
        onClick={() => onStep(-1)}
      >
        <IconChevronUp size={18} aria-hidden />
      </ActionIcon>
      <Text size="xs" component="span" aria-live="polite">
        {m.ofMany(at < 0 ? '–' : formatNumber(at + 1), formatNumber(ids.length))}
      </Text>
      <ActionIcon variant="default" size={34} aria-label={m.next} disabled={ids.length === 0} onClick={() => onStep(1)}>
        <IconChevronDown size={18} aria-hidden />
      </ActionIcon>
    </>
  )
}

type KeysProps = { readonly isOn: boolean; readonly onChange: (isOn: boolean) => void }

/** Which keys do what, and the switch that turns them off. */
export function KeysHelp({ isOn, onChange }: KeysProps) {
  const m = useMessages({ vi, en })
  const keys = [
    { keys: ['N', 'P'], what: m.keyNext },
    { keys: ['A'], what: m.keyAccept },
    { keys: ['D'], what: m.keyDismiss },
    { keys: ['Esc'], what: m.keyClose },
  ]
  return (
    <Popover position="bottom-end" withinPortal={false} trapFocus>
      <Popover.Target>
        <ActionIcon variant="default" size={34} aria-label={m.keys}>
          <IconKeyboard size={18} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={m.keys}>
        <Stack gap={8}>
          {keys.map((one) => (
            <div key={one.what} className={classes.key}>
              <span>
                {one.keys.map((key) => (
                  <Kbd key={key} mr={4}>
                    {key}
                  </Kbd>
                ))}
              </span>
              <Text size="sm" component="span">
                {one.what}
              </Text>
            </div>
          ))}
          <CheckField label={m.keysOn} value={isOn} onChange={onChange} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
