import { Code, Text, Title, UnstyledButton } from '@mantine/core'
import { IconFlask } from '@tabler/icons-react'
import { useLabel } from '#ui/language.tsx'
import type { DemoSignIn } from '../contract.ts'
import classes from './demo-sign-ins.module.css'
import { useTexts } from './texts.ts'
import { useTotpNow } from './totp-now.ts'

type Props = {
  readonly accounts: readonly DemoSignIn[]
  readonly busy: boolean
  readonly onChoose: (account: DemoSignIn) => void
}

/** The sign-ins of a demonstration, labelled as such: one press takes a newcomer in. */
export function DemoSignIns({ accounts, busy, onChoose }: Props) {
  const m = useTexts()
  const say = useLabel()
  const seed = accounts.find(({ totpSecret }) => totpSecret !== null)?.totpSecret ?? null
  return (
    <aside className={classes.aside} aria-labelledby="demo-title">
      <Title order={2} size="h4" id="demo-title">
        <IconFlask size={18} aria-hidden /> {m.demonstration}
      </Title>
      <Text size="sm" mt={4}>
        {m.demonstrationLead}
      </Text>
      <ul className={classes.list}>
        {accounts.map((account) => (
          <li key={account.name}>
            <UnstyledButton className={classes.choice ?? ''} disabled={busy} onClick={() => onChoose(account)}>
              <span>{say(account.label)}</span>
              <span className={classes.code}>{account.name}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <Text size="sm">
        {m.demonstrationPassword} <Code>{accounts[0]?.password}</Code>
      </Text>
      {seed && <Seed seed={seed} />}
    </aside>
  )
}

function Seed({ seed }: { readonly seed: string }) {
  const m = useTexts()
  const code = useTotpNow(seed)
  return (
    <>
      <Text size="sm" mt={4}>
        {m.demonstrationCode} <Code>{code}</Code>
      </Text>
      <Text size="sm" mt={4} className={classes.seed ?? ''}>
        {m.demonstrationSeed} <Code>{seed}</Code>
      </Text>
    </>
  )
}
