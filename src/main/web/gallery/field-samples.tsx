import { useState } from 'react'
import { z } from 'zod'
import type { Day } from '#kernel/calendar.ts'
import { CheckField, ChoiceField } from '#ui/check-field.tsx'
import { DateField } from '#ui/date-field.tsx'
import { FileField } from '#ui/file-field.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { Section } from '#ui/page.tsx'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { PeriodPicker } from '#ui/period-picker.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { ManyField, SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type UnitOption, UnitPicker } from '#ui/unit-picker.tsx'
import classes from './gallery.module.css'

const UNITS: readonly UnitOption[] = [
  { id: '1', name: 'Thành phố Vũng Tàu', code: '747' },
  { id: '2', name: 'Phường Thắng Tam', code: '26509', depth: 1 },
  { id: '3', name: 'Phường Rạch Dừa', code: '26521', depth: 1 },
  { id: '4', name: 'Xã Long Sơn', code: '26545', depth: 1 },
]

const PERIODS = Array.from({ length: 9 }, (_, month) => ({
  key: `2023-M${month + 1}`,
  label: `Tháng ${month + 1} năm 2023`,
  range: `15/${month || 12}–14/${month + 1}/2023`,
}))

const schema = z.object({ name: z.string().min(1), code: z.string().min(1) })

export function FieldSamples() {
  const form = useForm({
    schema,
    start: {
      name: '',
      code: '',
      from: null as Day | null,
      people: 12345.5 as number | null,
      note: '',
      unit: null as UnitOption | null,
      kind: 'ward' as string | null,
      tags: [] as readonly string[],
      file: null as File | null,
      agreed: false,
      way: 'merge' as string | null,
    },
    send: () => Promise.resolve(),
  })
  const [search, setSearch] = useState('')
  const [period, setPeriod] = useState('2023-M9')
  return (
    <div className={classes.grid}>
      <Section title="Biểu mẫu">
        <Form form={form}>
          <TextField {...form.field('name')} label="Tên đơn vị" required hint="Như trong quyết định thành lập" />
          <TextField {...form.field('code')} label="Mã" required />
          <DateField {...form.field('from')} label="Hiệu lực từ" />
          <NumberField {...form.field('people')} label="Dân số" unit="người" />
          <SelectField
            {...form.field('kind')}
            label="Loại"
            options={[
              { value: 'ward', label: 'Phường' },
              { value: 'commune', label: 'Xã' },
            ]}
          />
          <UnitPicker
            {...form.field('unit')}
            label="Đơn vị cấp trên"
            load={(text) =>
              Promise.resolve(UNITS.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase())))
            }
          />
          <ManyField
            {...form.field('tags')}
            label="Lĩnh vực"
            options={[
              { value: 'a', label: 'Đất đai' },
              { value: 'b', label: 'Hộ tịch' },
            ]}
          />
          <ParagraphField {...form.field('note')} label="Ghi chú" />
          <ChoiceField
            {...form.field('way')}
            label="Cách thay đổi"
            options={[
              { value: 'merge', label: 'Sáp nhập' },
              { value: 'split', label: 'Chia tách', hint: 'Cần tỷ lệ dân số hoặc diện tích' },
            ]}
          />
          <FileField {...form.field('file')} label="Quyết định" accept=".pdf,.docx" />
          <CheckField {...form.field('agreed')} label="Tôi đã kiểm tra số liệu" />
        </Form>
      </Section>
      <Section title="Bộ lọc">
        <SearchField label="Tìm đơn vị" value={search} onChange={setSearch} />
        <div style={{ height: 16 }} />
        <PeriodPicker options={PERIODS} value={period} onChange={setPeriod} />
      </Section>
    </div>
  )
}
