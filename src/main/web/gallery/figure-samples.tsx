import { Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { Figure } from '#ui/figure.tsx'
import { Formula } from '#ui/formula.tsx'
import { Section } from '#ui/page.tsx'
import { SideDrawer } from '#ui/side-drawer.tsx'
import { Steps } from '#ui/steps.tsx'
import { TargetChip } from '#ui/target-chip.tsx'
import { Timeline } from '#ui/timeline.tsx'
import classes from './gallery.module.css'

export function FigureSamples() {
  const [opened, setOpened] = useState(false)
  const onOpen = () => setOpened(true)
  return (
    <div className={classes.grid}>
      <Section title="Con số mở được">
        <Group gap="16px 40px" align="flex-start">
          <Figure
            size="large"
            label="Hồ sơ giải quyết đúng hạn"
            numerator={44925}
            denominator={45716}
            form="percent"
            onOpen={onOpen}
          />
          <Figure size="large" label="Hồ sơ tiếp nhận" value={45716} unit="hồ sơ" onOpen={onOpen} />
          <Figure size="large" label="Dân số" value={341552} unit="người" certainty="estimated" onOpen={onOpen} />
        </Group>
        <Group gap="16px 40px" mt="lg" align="flex-start">
          <Figure label="Hồ sơ quá hạn" value={0} state="zero" onOpen={onOpen} />
          <Figure label="Báo cáo tháng 9" state="missing" onOpen={onOpen} />
          <Figure label="Báo cáo tháng 12" state="not-due" />
          <Figure label="Đánh bắt xa bờ" state="not-applicable" />
          <Figure label="Theo phường mới" certainty="not-derivable" onOpen={onOpen} />
        </Group>
      </Section>
      <Section title="Chỉ tiêu">
        <Group gap="xs">
          <TargetChip status="met" target="Trên 60%" />
          <TargetChip status="near" target="30% đến cuối năm 50%" />
          <TargetChip status="missed" target="100%" />
          <TargetChip status="unknown" />
        </Group>
      </Section>
      <Section title="Công thức">
        <Formula
          numerator="Hồ sơ giải quyết trước và đúng hạn"
          denominator="Hồ sơ đã giải quyết"
          factor="× 100%"
          result="98,27%"
          over="chia cho"
        />
      </Section>
      <Section title="Đường đi của số liệu">
        <Steps
          label="Trình duyệt"
          steps={[
            { key: 'ward', label: 'Phường nhập', state: 'done', note: '12/09/2023' },
            { key: 'city', label: 'Thành phố duyệt', state: 'current' },
            { key: 'province', label: 'Tỉnh tổng hợp', state: 'waiting' },
          ]}
        />
      </Section>
      <Section title="Lịch sử">
        <Timeline
          entries={[
            {
              key: '1',
              when: '01/07/2025',
              title: 'Sáp nhập vào Phường Vũng Tàu',
              body: 'Nghị quyết 1685/NQ-UBTVQH15, điều 1',
              tone: 'lamp',
            },
            { key: '2', when: '15/03/2019', title: 'Đổi trụ sở', tone: 'neutral' },
            { key: '3', when: '01/01/2003', title: 'Thành lập', tone: 'info' },
          ]}
        />
      </Section>
      <SideDrawer opened={opened} title="Hồ sơ giải quyết đúng hạn" onClose={() => setOpened(false)}>
        <Stack>
          <Figure size="large" label="Hồ sơ giải quyết đúng hạn" numerator={44925} denominator={45716} form="percent" />
          <Formula numerator="44.925" denominator="45.716" factor="× 100%" result="98,27%" />
        </Stack>
      </SideDrawer>
    </div>
  )
}
