import { fold } from '#kernel/text.ts'

/** Words by which officials' tables say what a row or column is. All folded (no marks, small letters), matched on whole words. */

/** The whole label of a row that adds up the others. */
const TOTAL_LABEL =
  /^(?:tong(?: cong| so| chung| toan (?:tinh|huyen|thanh pho|tp|xa|nganh))?|cong(?: chung)?|toan (?:tinh|huyen|thanh pho|tp|thi xa|xa|phuong|nganh|quoc|vung)|ca (?:nuoc|tinh|nam)|chung toan (?:tinh|huyen|thanh pho))(?: (?:cong|so))?(?: ?\([^)]*\))?(?: ?\d+ ?(?:don vi|xa|phuong|muc))?[:.]?$/

/** A column of running numbers. */
export const ORDER_HEADER = /^(?:t ?t|s ?t ?t|t|so tt|so thu tu|thu tu|no|#|muc|ma so)$/

/** A column whose cells are shares. */
export const SHARE_HEADER =
  /(?:%|\bti le\b|\bty le\b|\bti trong\b|\bty trong\b|\bphan tram\b|\bco cau\b|\btoc do\b|\btang truong\b)/

/** A column whose cells are counted things. */
export const COUNT_HEADER =
  /^(?:tong(?: cong| so)?\b|so (?!voi\b|sanh\b|hieu\b|ki hieu\b|van ban\b|quyet dinh\b)|so luong\b|luong\b)/

/** Whether a header counts things. Marks matter here: "Số hồ sơ" counts, "So kế hoạch" compares. */
export function countsThings(header: string): boolean {
  return !/^\s*so\s/iu.test(header.normalize('NFC')) && COUNT_HEADER.test(fold(header))
}

/** A column that says for each row what its numbers are measured in. */
export const UNIT_HEADER = /^(?:don vi tinh|dvt|don vi do|d\.v\.t)$/

/** Values that do not add up over rows: averages, rates, scores, ranks, years, prices. */
export const NOT_ADDITIVE =
  /(?:\bkhong tinh trung\b|\bkhong trung lap\b|\bbinh quan\b|\btrung binh\b|\bti suat\b|\bty suat\b|\bmat do\b|\bdiem (?:so|danh gia|cham|thi|trung binh|dat)\b|^diem\b|\btong diem\b|\bxep (?:hang|loai|thu)\b|\bthu hang\b|\bdon gia\b|\bgia (?:ban|thanh|mua|ca|mot|1)\b|\bmuc gia\b|\bti le\b|\bty le\b|%|\bhe so\b|\bchi so\b|\/ ?(?:nguoi|lop|ho|ha|km2?|ngay|thang|giao vien)\b|\btren (?:mot|1)\b|\bma (?:so|dinh danh)\b|\bcao nhat\b|\bthap nhat\b|^thoi (?:gian|diem|han)\b|\bthoi gian (?:giai quyet|xu ly|xu li|cho|trung)\b|^ngay\b)/

/** Whether a label is nothing but a word for total. Marks matter: "Cộng" adds up, "Công chứng" does not. */
export function isTotalLabel(label: string): boolean {
  const folded = fold(label)
  return TOTAL_LABEL.test(folded) && !(folded.startsWith('cong') && /^\s*công/iu.test(label.normalize('NFC')))
}

/** Whether a label names the total of something: "Tổng thu ngân sách", "Cộng A+B", but not "Tổng đài". */
export function isTotalOf(label: string): boolean {
  return /^\s*(?:tổng|cộng)\s(?!đài|cục|công ty|bí thư|thư ký|biên tập|thanh tra|hội|liên đoàn)/iu.test(
    label.normalize('NFC'),
  )
}

/** Columns of a quotient that is no percentage: pupils per class, scores. */
export const MEAN_HEADER =
  /(?:\bbinh quan\b|\btrung binh\b|\bti le\b|\bty le\b|\/ ?(?:nguoi|lop|ho|ha|km2?|ngay|thang|giao vien)\b)/

export const TARGET_HEADER = /(?:\bchi tieu\b|\bmuc tieu\b|\bke hoach\b(?! so))/
export const RESULT_HEADER = /(?:\bket qua\b|\bthuc hien\b|\bdat duoc\b|\btien do\b)/

/** Columns that hold words, whatever else they hold. */
export const TEXT_HEADER =
  /(?:\bghi chu\b|\bnoi dung\b|\bnguyen nhan\b|\bgiai phap\b|\bdon vi tinh\b|\bdvt\b|\bten\b|\bdon vi chu tri\b)/

/** Amounts that offices round before they print them, so that printed parts need not meet the printed total to the last digit. */
export const ROUNDED_UNIT =
  /(?:\b(?:nghin|ngan|trieu|ty|ti) ?(?:dong|d|vnd|usd)\b|\busd\b|\bha\b|\bkm2?\b|\btan\b|\bm2\b|\bm3\b|\bhecta\b|\bkwh\b|\bnghin (?:nguoi|ho|luot)\b|\btrieu (?:nguoi|luot)\b)/

/** Units of what is counted one by one. */
export const DISCRETE_UNIT =
  /^(?:luot|nguoi|nguoi dan|ho|ho so|vu|vu viec|cuoc|ca|tre|tre em|hoc sinh|giao vien|can bo|van ban|don vi|doanh nghiep|co so|chiec|cai|con|so|lan|luot nguoi|luot khach|khach|tai khoan|giao dich|thu tuc|tthc|lop|truong|phong|xa|phuong|thon|to|cong trinh|du an|nhiem vu)$/
