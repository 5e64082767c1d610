import type { Messages } from './language.tsx'

export const vi = {
  menu: 'Trình đơn',
  home: 'Hải Đăng, về trang đầu',
  motto: 'Mở từng con số, thấy từng nguồn.',
  language: 'Ngôn ngữ',
  view: 'Hiển thị',
  light: 'Sáng',
  dark: 'Tối',
  auto: 'Theo máy',
  comfortable: 'Thoáng',
  dense: 'Gọn',
  scheme: 'Nền',
  density: 'Khoảng cách',
  account: (name: string) => `Tài khoản ${name}`,
  signIn: 'Đăng nhập',
  sections: {
    work: 'Công việc',
    figures: 'Số liệu',
    reports: 'Báo cáo',
    organisation: 'Tổ chức',
    administration: 'Quản trị',
  },
}

export const en: Messages<typeof vi> = {
  menu: 'Menu',
  home: 'Hải Đăng, to the start page',
  motto: 'Open every figure, see every source.',
  language: 'Language',
  view: 'Appearance',
  light: 'Light',
  dark: 'Dark',
  auto: 'As device',
  comfortable: 'Roomy',
  dense: 'Compact',
  scheme: 'Background',
  density: 'Spacing',
  account: (name) => `Account of ${name}`,
  signIn: 'Sign in',
  sections: {
    work: 'Work',
    figures: 'Figures',
    reports: 'Reports',
    organisation: 'Organisation',
    administration: 'Administration',
  },
}
