/** What every output calls the parts of an audit. */
export const LABELS = {
  heading: { vi: 'Kiểm tra báo cáo', en: 'Report check' },
  source: { vi: 'Nguồn', en: 'Source' },
  at: { vi: 'Kiểm tra lúc', en: 'Checked at' },
  read: { vi: 'Phạm vi', en: 'Scope' },
  result: { vi: 'Kết quả', en: 'Result' },
  severity: { vi: 'Mức độ', en: 'Severity' },
  all: { vi: 'Số điểm', en: 'Findings' },
  clean: {
    vi: 'Không phát hiện mâu thuẫn nào trong phạm vi đã đọc.',
    en: 'No contradiction was found in what was read.',
  },
  more: { vi: (count: number) => `và ${count} chỗ khác`, en: (count: number) => `and ${count} more places` },
} as const
