/** What whoever books agrees to. A changed text is a new version: what was agreed to is kept by version and hash. */
export const CONSENT = {
  version: 1,
  vi: (days: number) =>
    `Tôi đồng ý cho nơi tiếp nhận giữ họ tên và số điện thoại hoặc thư điện tử này, chỉ để tiếp tôi đúng hẹn và báo tin về lịch hẹn. Dữ liệu được xóa sau ${days} ngày kể từ ngày hẹn.`,
  en: (days: number) =>
    `I agree that this office keeps my name and this phone number or e-mail, only to receive me at the time and to send word of the appointment. They are erased ${days} days after the day of the appointment.`,
} as const
