import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { problemText } from '#kernel/problem-messages.ts'
import { useLanguage } from '#ui/language.tsx'
import type { SignInStep } from '../contract.ts'
import { problems } from '../domain/problems.ts'

/** Why a step of the sign-in was refused. */
export function Refusal({ step }: { readonly step: SignInStep | null }) {
  const { language } = useLanguage()
  if (step?.step !== 'refused') return null
  return (
    <Alert role="alert" color="red" variant="light" icon={<IconAlertTriangle aria-hidden />} mb="md">
      {problemText(problems, step.code, step.values, language)}
    </Alert>
  )
}
