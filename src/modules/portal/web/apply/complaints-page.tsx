import { Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import type { OwnComplaint } from '#modules/complaints/contract.ts'
import { useAddress } from '#ui/address.ts'
import { useMessages } from '#ui/language.tsx'
import { formatMoment } from '#ui/moment.ts'
import { CitizenFrame } from './citizen-frame.tsx'
import { ComplaintForm } from './complaint-form.tsx'
import { en } from './complaint-messages.en.ts'
import { vi } from './complaint-messages.vi.ts'
import { Awaited, OwnComplaints } from './own-complaints.tsx'
import { useSignedIn } from './use-citizen.ts'

/** What a complaint may begin with: an application of one's own, a case to be named, a procedure, a unit. */
const Address = z.object({
  draft: z.uuid().optional().catch(undefined),
  ma: z.string().max(60).optional().catch(undefined),
  procedure: z.string().max(40).optional().catch(undefined),
  unit: z.uuid().optional().catch(undefined),
})

/** A citizen complains, and follows what became of it. */
export function ComplaintsPage() {
  const m = useMessages({ vi, en })
  const [start] = useAddress(Address)
  const citizen = useSignedIn()
  const [kept, setKept] = useState<OwnComplaint | null>(null)
  return (
    <CitizenFrame title={m.title} signInTitle={m.signIn} lead={<Text>{m.lead}</Text>}>
      {citizen && (
        <Stack gap="xl">
          <Awaited />
          <section aria-labelledby="complain">
            <Title order={2} size="h4" id="complain" mb="xs">
              {m.form}
            </Title>
            {kept && (
              <Text component="output" fw={600} mb="md">
                {m.kept(kept.number, formatMoment(kept.dueAt))}
              </Text>
            )}
            <ComplaintForm start={start} onKept={setKept} />
            <Text size="sm" c="dimmed" mt="md">
              {m.notFormal}
            </Text>
          </section>
          <OwnComplaints />
        </Stack>
      )}
    </CitizenFrame>
  )
}
