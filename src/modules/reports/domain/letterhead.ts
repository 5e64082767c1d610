import type { FilledReport } from './filled.ts'
import { longDayText } from './wording.ts'

/** What stands around a report's body, worded and punctuated as Decree 30/2020, annex I, wants it. */
export type Letterhead = {
  readonly parentAgency: string
  readonly agency: string
  readonly nation: string
  readonly motto: string
  /** `Số: 12/BC-UBND`; a draft has a gap for the number. */
  readonly number: string
  /** `Vũng Tàu, ngày 05 tháng 10 năm 2023`. */
  readonly placeAndDay: string
  readonly draft: string
  readonly typeName: string
  readonly abstract: string
  readonly bases: readonly string[]
  readonly recipientsTitle: string
  readonly recipients: readonly string[]
  readonly signerLines: readonly string[]
  readonly signerName: string
  /** Printed on every page of made-up or copied figures. */
  readonly demonstration: string
}

/** The letterhead of a report; capitals, leading zeros and the marks at the ends of lines are set here. */
export function letterhead({ header, period, recipients, signer, demonstration }: FilledReport): Letterhead {
  return {
    parentAgency: header.parentAgency.toLocaleUpperCase('vi'),
    agency: header.agency.toLocaleUpperCase('vi'),
    nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
    number: header.number === null ? `Số:        /${header.symbol}` : `Số: ${header.number}/${header.symbol}`,
    placeAndDay: `${header.place}, ${longDayText(header.issuedOn, period.year)}`,
    draft: header.number === null ? 'DỰ THẢO' : '',
    typeName: header.typeName.toLocaleUpperCase('vi'),
    abstract: header.abstract,
    bases: closed(header.bases, '', ';', '.'),
    recipientsTitle: 'Nơi nhận:',
    recipients: closed(recipients, '- ', ';', '.'),
    signerLines: signer.lines.map((line) => line.toLocaleUpperCase('vi')),
    signerName: signer.name,
    demonstration: demonstration ? 'DỮ LIỆU MINH HỌA' : '',
  }
}

/** The lines with one mark at each end and another at the last, whatever mark they came with. */
function closed(lines: readonly string[], before: string, between: string, last: string): string[] {
  return lines.map(
    (line, index) => `${before}${line.replace(/[;.,\s]+$/, '')}${index === lines.length - 1 ? last : between}`,
  )
}
