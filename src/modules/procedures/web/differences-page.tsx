import { Stack, Text } from '@mantine/core'
import { z } from 'zod'
import { formatNumber } from '#kernel/number.ts'
import { useAddress, usePathPart } from '#ui/address.ts'
import { BeforeAfter } from '#ui/before-after.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { Page } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import * as contract from '../contract.ts'
import type { ProcedureAnswer } from './answers.ts'
import { DifferencesTable } from './differences-table.tsx'
import { useTexts } from './texts.ts'
import { useWords } from './use-words.ts'

const Address = z.object({ before: z.string().optional(), after: z.string().optional() })

/** Two versions of one procedure side by side, in words. */
export function DifferencesPage() {
  const m = useTexts()
  const code = usePathPart('code')
  const query = useOperation(contract.getProcedure, { code }, { topics: [contract.CATALOGUE_TOPIC] })
  return (
    <Page
      title={m.differences}
      width="full"
      trail={[
        { label: m.catalogue, to: '/procedures' },
        { label: code, to: `/procedures/${code}?tab=versions` },
        { label: m.differences },
      ]}
    >
      <Loaded query={query}>{(answer) => <Compared answer={answer} />}</Loaded>
    </Page>
  )
}

function Compared({ answer: { code, content, versions } }: { readonly answer: ProcedureAnswer }) {
  const m = useTexts()
  const words = useWords()
  const [chosen, setChosen] = useAddress(Address)
  const after = chosen.after ?? versions[0]?.id
  const before = chosen.before ?? versions[1]?.id ?? after
  const input = before && after ? { code, before, after } : null
  const query = useOperation(contract.compareVersions, input, { topics: [contract.CATALOGUE_TOPIC] })
  const options = versions.map((version) => ({
    value: version.id,
    label: `${words.version(version)} · ${m.states[version.state]} · ${words.days(version.validFrom, version.validTo)}`,
  }))
  return (
    <Stack gap="md">
      <BeforeAfter
        options={options}
        before={{ label: m.before, value: before, onChange: (id) => setChosen({ before: id }) }}
        after={{ label: m.after, value: after, onChange: (id) => setChosen({ after: id }) }}
      />
      <Loaded query={query}>
        {({ differences }) => (
          <>
            <Text size="sm" c="dimmed" aria-live="polite">
              {m.count(formatNumber(differences.length))}
            </Text>
            <DifferencesTable
              differences={differences}
              questions={content.questions}
              before={m.before}
              after={m.after}
            />
          </>
        )}
      </Loaded>
    </Stack>
  )
}
