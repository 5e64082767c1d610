import { IconLogout, IconShieldLock } from '@tabler/icons-react'
import { signOut } from '#modules/identity/contract.ts'
import { useMessages } from '#ui/language.tsx'
import { useChange } from '#ui/query.ts'
import { AccountMenu } from '#ui/shell-controls.tsx'
import { useToast } from '#ui/toast.tsx'
import { en, vi } from './messages.ts'

/** The account menu. Signing out loads the page anew, so that nothing of the account stays in memory. */
export function Account() {
  const m = useMessages({ vi, en })
  const toast = useToast()
  const leave = useChange(signOut, { onDone: () => location.assign('/sign-in'), onProblem: toast.problem })
  return (
    <AccountMenu
      entries={[
        { key: 'security', label: m.ownSecurity, icon: IconShieldLock, to: '/own-security' },
        { key: 'out', label: m.signOut, icon: IconLogout, onChoose: () => leave.mutate({}) },
      ]}
    />
  )
}
