import type { FormAct, FormCase, FormUnit } from './facts.ts'

export const at = (text: string) => new Date(`${text}+07:00`)

export const ward: FormUnit = {
  name: 'Phường Vũng Tàu',
  kind: 'territory',
  parent: { name: 'Thành phố Hồ Chí Minh', kind: 'territory' },
  place: 'Vũng Tàu',
  desk: {
    name: 'Trung tâm Phục vụ hành chính công phường Vũng Tàu',
    address: '89 Lý Thường Kiệt, phường Vũng Tàu',
    phone: '0254 3852 000',
  },
}

export const department: FormUnit = {
  name: 'Sở Nông nghiệp và Môi trường',
  kind: 'agency',
  parent: { name: 'Thành phố Hồ Chí Minh', kind: 'territory' },
  place: 'Thành phố Hồ Chí Minh',
  desk: null,
}

export function act(number: number, given: Partial<FormAct> & Pick<FormAct, 'act' | 'at'>): FormAct {
  return {
    number,
    actorName: 'Nguyễn Thị Tiếp Nhận',
    unitName: 'Phường Vũng Tàu',
    fromUnitName: 'Phường Vũng Tàu',
    toUnitName: 'Phường Vũng Tàu',
    fromStep: null,
    toStep: null,
    fromState: null,
    toState: 'processing',
    details: {},
    ...given,
  }
}

/** A received case; what differs is given. */
export function formCase(differs: Partial<FormCase> = {}): FormCase {
  return {
    code: 'H29.12.05-261116-0007',
    secret: 'K7QF',
    procedureCode: '1.004873',
    procedureName: 'Cấp Giấy xác nhận tình trạng hôn nhân',
    procedureNameEn: 'Certificate of marital status',
    title: 'Cấp Giấy xác nhận tình trạng hôn nhân',
    business: 'processing',
    receivedAt: at('2026-11-16T09:00'),
    firstDueAt: at('2026-11-19T17:00'),
    dueAt: at('2026-11-19T17:00'),
    endedAt: null,
    onTime: null,
    term: { amount: 3, unit: 'working-days', rule: 'days' },
    sets: 1,
    returnWay: 'desk',
    feeTotalVnd: 15_000,
    waivedVnd: 0,
    paidVnd: 15_000,
    received: ward,
    competent: ward,
    consulted: [],
    parties: [
      {
        role: 'subject',
        name: 'Trần Thị Bích Ngọc',
        identityNumber: '077190001234',
        taxCode: null,
        phone: '0903 123 456',
        email: 'ngoc@example.vn',
        address: '12/5 Hoàng Hoa Thám, phường Vũng Tàu',
        ground: null,
      },
    ],
    papers: [
      { name: 'Tờ khai cấp Giấy xác nhận tình trạng hôn nhân', form: 'original', copies: 1, note: '' },
      { name: 'Trích lục ghi chú ly hôn', form: 'certified-copy', copies: 2, note: 'bản của năm 2021' },
    ],
    acts: [
      act(1, {
        act: 'receive',
        at: at('2026-11-16T09:00'),
        fromUnitName: null,
        toState: 'received',
        toStep: 'Thẩm tra',
      }),
    ],
    dueChanges: [],
    demonstration: true,
    lookUpUrl: 'https://haidang.example.vn/tra-cuu?ma=H29.12.05-261116-0007#K7QF',
    ...differs,
  }
}
