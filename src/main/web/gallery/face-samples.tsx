import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconDownload, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { scales, wordsOn } from '#ui/colours.ts'
import { ConfirmDialog } from '#ui/confirm.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Facts } from '#ui/facts.tsx'
import { useMessages } from '#ui/language.tsx'
import { Lines } from '#ui/loaded.tsx'
import { NamedMark } from '#ui/mark.tsx'
import { Section } from '#ui/page.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { SideDrawer } from '#ui/side-drawer.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import { useToast } from '#ui/toast.tsx'
import classes from './gallery.module.css'
import { en, vi } from './messages.ts'

const refusal = Object.assign(new Error(), {
  requestId: '0193f0aa-5a1e-7c3e-8c86-0a6f3b8b1c11',
  body: {
    type: 'about:blank',
    title: 'invalid-input',
    status: 400,
    code: 'platform/invalid-input',
    errors: [{ path: 'code', code: 'platform/required', message: '' }],
  },
})

export function FaceSamples() {
  const m = useMessages({ vi, en })
  return (
    <div className={classes.grid}>
      <Section title={m.nameAndMark}>
        <NamedMark size={56} />
      </Section>
      <Section title={m.letters}>
        <Title order={3}>Ủy ban nhân dân phường Vũng Tàu</Title>
        <Text>Ngày 21 tháng 11, hồ sơ đúng hạn đạt 98,27%: ằ ẳ ẵ ặ ầ ẩ ẫ ậ ề ể ễ ệ ờ ở ỡ ợ ừ ử ữ ự ỳ ỷ ỹ ỵ đ.</Text>
        <Text size="sm" c="dimmed">
          {m.smallPrint}
        </Text>
      </Section>
      <Section title={m.colours}>
        <Stack gap={6}>
          {Object.entries(scales).map(([name, scale]) => (
            <div key={name} className={classes.scale}>
              {scale.map((colour, step) => (
                <span key={colour} style={{ background: colour, color: wordsOn(colour) }}>
                  {step === 0 ? name : step}
                </span>
              ))}
            </div>
          ))}
        </Stack>
      </Section>
      <Acts />
      <Section title={m.states}>
        <Group gap="xs">
          <StatusChip>{m.draft}</StatusChip>
          <StatusChip tone="info">{m.writing}</StatusChip>
          <StatusChip tone="lamp">{m.waiting}</StatusChip>
          <StatusChip tone="good">{m.approved}</StatusChip>
          <StatusChip tone="warning">{m.dueSoon}</StatusChip>
          <StatusChip tone="bad">{m.overdue}</StatusChip>
          <Badge>12</Badge>
        </Group>
      </Section>
      <Section title={m.facts}>
        <Facts
          facts={[
            { label: m.unitName, value: 'Phường Thắng Tam' },
            { label: m.code, value: '26530' },
            { label: m.validFrom, value: '01/01/2003' },
            { label: m.parent, value: 'Thành phố Vũng Tàu' },
          ]}
        />
      </Section>
      <Section title={m.refusal}>
        <ProblemAlert problem={refusal} onRetry={() => undefined} />
      </Section>
      <Section title={m.emptyAndLoading}>
        <EmptyState title={m.noReport} body={m.firstReport} action={<Button size="xs">{m.makeReport}</Button>} />
        <Lines count={3} />
      </Section>
    </div>
  )
}

function Acts() {
  const m = useMessages({ vi, en })
  const toast = useToast()
  const [open, setOpen] = useState<'confirm' | 'drawer' | null>(null)
  const close = () => setOpen(null)
  return (
    <Section title={m.acts}>
      <Group gap="xs">
        <Button leftSection={<IconPlus size={16} aria-hidden />}>{m.addUnit}</Button>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
          {m.download}
        </Button>
        <Button variant="light">{m.quiet}</Button>
        <Button variant="subtle">{m.onlyWords}</Button>
        <Button color="lamp">{m.lamp}</Button>
        <Button color="bad" onClick={() => setOpen('confirm')}>
          {m.dissolve}
        </Button>
        <Button loading>{m.sending}</Button>
        <Button disabled>{m.locked}</Button>
        <CopyButton text="26530" />
        <Button variant="default" onClick={() => toast.good(m.saved)}>
          {m.notice}
        </Button>
        <Button variant="default" onClick={() => setOpen('drawer')}>
          {m.drawer}
        </Button>
      </Group>
      <ConfirmDialog
        opened={open === 'confirm'}
        title={m.dissolveTitle}
        body={m.dissolveBody}
        danger
        reason
        confirmLabel={m.dissolve}
        onConfirm={close}
        onClose={close}
      />
      <SideDrawer opened={open === 'drawer'} title={m.source} onClose={close}>
        <Lines />
      </SideDrawer>
    </Section>
  )
}
