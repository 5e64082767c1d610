import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconDownload, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { scales, wordsOn } from '#ui/colours.ts'
import { ConfirmDialog } from '#ui/confirm.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Facts } from '#ui/facts.tsx'
import { Lines } from '#ui/loaded.tsx'
import { NamedMark } from '#ui/mark.tsx'
import { Section } from '#ui/page.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { SideDrawer } from '#ui/side-drawer.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import { useToast } from '#ui/toast.tsx'
import classes from './gallery.module.css'

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
  return (
    <div className={classes.grid}>
      <Section title="Tên và dấu">
        <NamedMark size={56} />
      </Section>
      <Section title="Chữ">
        <Title order={3}>Ủy ban nhân dân phường Vũng Tàu</Title>
        <Text>Ngày 21 tháng 11, hồ sơ đúng hạn đạt 98,27%: ằ ẳ ẵ ặ ầ ẩ ẫ ậ ề ể ễ ệ ờ ở ỡ ợ ừ ử ữ ự ỳ ỷ ỹ ỵ đ.</Text>
        <Text size="sm" c="dimmed">
          Chữ phụ, nguồn: Báo cáo 9 tháng năm 2023.
        </Text>
      </Section>
      <Section title="Màu">
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
      <Section title="Trạng thái">
        <Group gap="xs">
          <StatusChip>Nháp</StatusChip>
          <StatusChip tone="info">Đang soạn</StatusChip>
          <StatusChip tone="lamp">Chờ duyệt</StatusChip>
          <StatusChip tone="good">Đã duyệt</StatusChip>
          <StatusChip tone="warning">Sắp đến hạn</StatusChip>
          <StatusChip tone="bad">Quá hạn</StatusChip>
          <Badge>12</Badge>
        </Group>
      </Section>
      <Section title="Thông tin">
        <Facts
          facts={[
            { label: 'Tên đơn vị', value: 'Phường Thắng Tam' },
            { label: 'Mã', value: '26530' },
            { label: 'Hiệu lực từ', value: '01/01/2003' },
            { label: 'Cấp trên', value: 'Thành phố Vũng Tàu' },
          ]}
        />
      </Section>
      <Section title="Lỗi">
        <ProblemAlert problem={refusal} onRetry={() => undefined} />
      </Section>
      <Section title="Trống và đang tải">
        <EmptyState
          title="Chưa có báo cáo nào"
          body="Tạo báo cáo đầu tiên từ một mẫu có sẵn."
          action={<Button size="xs">Tạo báo cáo</Button>}
        />
        <Lines count={3} />
      </Section>
    </div>
  )
}

function Acts() {
  const toast = useToast()
  const [open, setOpen] = useState<'confirm' | 'drawer' | null>(null)
  const close = () => setOpen(null)
  return (
    <Section title="Hành động">
      <Group gap="xs">
        <Button leftSection={<IconPlus size={16} aria-hidden />}>Thêm đơn vị</Button>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
          Tải xuống
        </Button>
        <Button variant="light">Nhẹ</Button>
        <Button variant="subtle">Chỉ chữ</Button>
        <Button color="lamp">Đèn</Button>
        <Button color="bad" onClick={() => setOpen('confirm')}>
          Giải thể
        </Button>
        <Button loading>Đang gửi</Button>
        <Button disabled>Khoá</Button>
        <CopyButton text="26530" />
        <Button variant="default" onClick={() => toast.good('Đã lưu số liệu tháng 9')}>
          Báo tin
        </Button>
        <Button variant="default" onClick={() => setOpen('drawer')}>
          Ngăn bên
        </Button>
      </Group>
      <ConfirmDialog
        opened={open === 'confirm'}
        title="Giải thể Phường Thắng Tam?"
        body="Từ 01/07/2025 đơn vị này không còn; số liệu cũ vẫn giữ nguyên."
        danger
        reason
        confirmLabel="Giải thể"
        onConfirm={close}
        onClose={close}
      />
      <SideDrawer opened={open === 'drawer'} title="Nguồn của số liệu" onClose={close}>
        <Lines />
      </SideDrawer>
    </Section>
  )
}
