import {
  ActionIcon,
  Avatar,
  Button,
  Menu,
  Popover,
  SegmentedControl,
  Stack,
  Text,
  UnstyledButton,
  useMantineColorScheme,
} from '@mantine/core'
import { IconAdjustments, IconLanguage } from '@tabler/icons-react'
import type { ComponentType, ReactNode } from 'react'
import { useLanguage, useMessages } from './language.tsx'
import { LinkButton, useFollow } from './link.tsx'
import { useSession } from './session.tsx'
import classes from './shell.module.css'
import { en, vi } from './shell-messages.ts'
import { initials } from './shell-rules.ts'
import { useDensity } from './theme-state.tsx'

/** Vietnamese or English, one press. */
export function LanguageSwitch() {
  const { language, setLanguage } = useLanguage()
  const other = language === 'vi' ? 'en' : 'vi'
  const name = { vi: 'Tiếng Việt', en: 'English' }[other]
  return (
    <Button
      variant="transparent"
      className={classes.control ?? ''}
      lang={other}
      onClick={() => setLanguage(other)}
      aria-label={`${other.toUpperCase()}: ${name}`}
      leftSection={<IconLanguage size={18} aria-hidden />}
      px={8}
    >
      {other.toUpperCase()}
    </Button>
  )
}

/** Light or dark, roomy or compact. */
export function ViewSwitch() {
  const m = useMessages({ vi, en })
  return (
    <Popover position="bottom-end" withinPortal={false} trapFocus shadow="md">
      <Popover.Target>
        <ActionIcon variant="transparent" size={36} className={classes.control ?? ''} aria-label={m.view}>
          <IconAdjustments size={20} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <ViewChoices />
      </Popover.Dropdown>
    </Popover>
  )
}

export function ViewChoices() {
  const m = useMessages({ vi, en })
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const { density, setDensity } = useDensity()
  return (
    <Stack gap="sm">
      <Choice
        label={m.scheme}
        value={colorScheme}
        onChange={setColorScheme}
        options={[
          { value: 'light', label: m.light },
          { value: 'dark', label: m.dark },
          { value: 'auto', label: m.auto },
        ]}
      />
      <Choice
        label={m.density}
        value={density}
        onChange={setDensity}
        options={[
          { value: 'comfortable', label: m.comfortable },
          { value: 'dense', label: m.dense },
        ]}
      />
    </Stack>
  )
}

type ChoiceProps<V extends string> = {
  readonly label: string
  readonly value: V
  readonly onChange: (value: V) => void
  readonly options: readonly { readonly value: V; readonly label: string }[]
}

function Choice<V extends string>({ label, value, onChange, options }: ChoiceProps<V>) {
  return (
    <div>
      <Text size="xs" fw={600} mb={4}>
        {label}
      </Text>
      <SegmentedControl
        aria-label={label}
        value={value}
        onChange={(next) => onChange(next as V)}
        data={[...options]}
        fullWidth
      />
    </div>
  )
}

export type AccountEntry = {
  readonly key: string
  readonly label: string
  readonly icon: ComponentType<{ size?: number }>
  readonly to?: string
  readonly onChoose?: () => void
}

/** Who is signed in, and the doors to one's own settings and out. */
export function AccountMenu({
  entries,
  extra,
}: {
  readonly entries: readonly AccountEntry[]
  readonly extra?: ReactNode
}) {
  const m = useMessages({ vi, en })
  const { account } = useSession()
  if (account === null)
    return (
      <LinkButton to="/sign-in" color="lamp" size="sm">
        {m.signIn}
      </LinkButton>
    )
  return (
    <Menu position="bottom-end" withinPortal={false} shadow="md" width={260}>
      <Menu.Target>
        <UnstyledButton
          className={classes.account}
          aria-label={`${initials(account.name)}, ${m.account(account.name)}`}
        >
          <Avatar size={34} color="lamp" variant="filled" className={classes.avatar ?? ''}>
            {initials(account.name)}
          </Avatar>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{account.name}</Menu.Label>
        {entries.map((entry) => (
          <AccountItem key={entry.key} entry={entry} />
        ))}
        {extra}
      </Menu.Dropdown>
    </Menu>
  )
}

function AccountItem({ entry: { label, icon: Icon, to, onChoose } }: { readonly entry: AccountEntry }) {
  const follow = useFollow(to ?? '/')
  if (to === undefined)
    return (
      <Menu.Item leftSection={<Icon size={16} />} onClick={onChoose}>
        {label}
      </Menu.Item>
    )
  return (
    <Menu.Item component="a" href={to} onClick={follow} leftSection={<Icon size={16} />}>
      {label}
    </Menu.Item>
  )
}
