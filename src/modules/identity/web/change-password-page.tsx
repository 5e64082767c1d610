import { Button, Stack } from '@mantine/core'
import { call } from '#ui/call.ts'
import { Form, useForm } from '#ui/form.tsx'
import { useOperation } from '#ui/query.ts'
import { TextField } from '#ui/text-field.tsx'
import { useToast } from '#ui/toast.tsx'
import * as contract from '../contract.ts'
import { useGoOn } from './back.ts'
import { EntryFrame } from './entry-frame.tsx'
import { useTexts } from './texts.ts'

/** Changing one's password: by wish, or because it has to be. */
export function ChangePasswordPage() {
  const m = useTexts()
  const toast = useToast()
  const goOn = useGoOn()
  const session = useOperation(contract.currentSession, {})
  const security = useOperation(contract.ownSecurity, {})
  const form = useForm({
    start: { current: '', wanted: '', again: '' },
    send: async ({ current, wanted, again }) => {
      if (wanted !== again) return
      await call(contract.changePassword, { current, wanted })
      toast.good(m.passwordChanged)
      await goOn()
    },
  })
  const { wanted, again } = form.value
  const rule = security.data?.newPassword
  const leave = () => call(contract.signOut, {}).finally(() => location.assign('/sign-in'))
  return (
    <EntryFrame title={m.changePassword} lead={session.data?.state === 'must-change-password' ? m.mustChange : null}>
      <Stack gap="sm" mt="sm">
        <Form form={form} submitLabel={m.changePassword}>
          <TextField
            {...form.field('current')}
            type="password"
            label={m.currentPassword}
            autoComplete="current-password"
            required
          />
          <TextField
            {...form.field('wanted')}
            type="password"
            label={m.newPassword}
            hint={rule && m.passwordRule(rule.length, rule.fourClasses)}
            autoComplete="new-password"
            required
          />
          <TextField
            {...form.field('again')}
            type="password"
            label={m.newPasswordAgain}
            error={again !== '' && wanted !== again ? m.notTheSame : undefined}
            autoComplete="new-password"
            required
          />
        </Form>
        <Button variant="subtle" onClick={() => void leave()}>
          {m.signOut}
        </Button>
      </Stack>
    </EntryFrame>
  )
}
