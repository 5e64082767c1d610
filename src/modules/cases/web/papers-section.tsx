import { Alert, Button, Group, List, Stack, Text } from '@mantine/core'
import { IconFile } from '@tabler/icons-react'
import { useState } from 'react'
import { formatNumber } from '#kernel/number.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Section } from '#ui/page.tsx'
import { useProblemText } from '#ui/problem.tsx'
import { SideDrawer } from '#ui/side-drawer.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import type { CaseDetail, Paper } from '../contract.ts'
import { en } from './case-messages.en.ts'
import { vi } from './case-messages.vi.ts'
import classes from './intake.module.css'
import { PaperPreview } from './paper-preview.tsx'
import { paperFormWords, paperSourceWords } from './words.ts'

/** The papers of a case, those still missing with why they are asked, and a look at each file. */
export function PapersSection({ one }: { readonly one: CaseDetail }) {
  const m = useMessages({ vi, en })
  const [shown, setShown] = useState<Paper | null>(null)
  return (
    <Stack gap="var(--hd-gap)">
      {one.missingPapers.length > 0 && <Missing missing={one.missingPapers} />}
      <Section title={m.papers}>
        {one.papers.length === 0 ? (
          <EmptyState title={m.noPapers} />
        ) : (
          <ul className={classes.papers}>
            {one.papers.map((paper) => (
              <PaperRow key={paper.id} paper={paper} onShow={() => setShown(paper)} />
            ))}
          </ul>
        )}
      </Section>
      <SideDrawer opened={shown !== null} title={shown?.name ?? ''} onClose={() => setShown(null)} width={860}>
        {shown && <PaperPreview caseId={one.id} paper={shown} />}
      </SideDrawer>
    </Stack>
  )
}

function Missing({ missing }: { readonly missing: CaseDetail['missingPapers'] }) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  return (
    <Alert color="warning" role="note" title={m.missing}>
      <List size="sm">
        {missing.map(({ code, name, legalBasis }) => (
          <List.Item key={code}>
            {say(name)}
            {legalBasis && (
              <Text span size="sm" c="dimmed">
                {' '}
                · {m.legalBasis(legalBasis)}
              </Text>
            )}
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}

function PaperRow({ paper, onShow }: { readonly paper: Paper; readonly onShow: () => void }) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const problem = useProblemText()
  const { file } = paper
  return (
    <li className={classes.paper}>
      <div className={classes.paperName}>
        <Text fw={500}>{paper.name}</Text>
        <Text size="xs" c="dimmed">
          {[
            say(paperFormWords[paper.form]),
            m.copies(formatNumber(paper.copies)),
            say(paperSourceWords[paper.source]),
            m.addedAt(formatMoment(paper.addedAt)),
          ].join(' · ')}
        </Text>
        {paper.note && <Text size="sm">{paper.note}</Text>}
        {file?.warnings.map((code) => (
          <Text key={code} size="xs">
            {problem.detail({ path: '', code, message: code })}
          </Text>
        ))}
      </div>
      <Group gap="xs">
        {file === null ? (
          <Text size="xs" c="dimmed">
            {m.onPaper}
          </Text>
        ) : (
          <>
            <StatusChip
              tone={({ clean: 'good', infected: 'bad', unchecked: 'warning', refused: 'bad' } as const)[file.state]}
            >
              {m.fileStates[file.state]}
            </StatusChip>
            {file.state !== 'infected' && file.state !== 'refused' && (
              <Button
                size="xs"
                variant="default"
                leftSection={<IconFile size={14} aria-hidden />}
                aria-label={m.previewOf(paper.name)}
                onClick={onShow}
              >
                {m.preview}
              </Button>
            )}
          </>
        )}
      </Group>
    </li>
  )
}
