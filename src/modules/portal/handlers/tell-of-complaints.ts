import { z } from 'zod'
import { idField } from '#kernel/fields.ts'
import { handOver } from '#modules/cases/index.ts'
import type { Tx } from '#server/db.ts'
import type { Handler } from '#server/events.ts'
import { publicAddress } from '#server/public-address.ts'
import { unsealAddress } from '../sign-in.ts'
import { findCitizen, openSignIn } from '../store/citizens.ts'

const Answered = z.object({ complaintId: idField, number: z.string(), citizenId: idField })
const HandedOn = Answered.extend({ actId: idField })
const Asked = Answered.extend({ enquiryId: idField })

/** What is said of a complaint: no more than that there is news, and where. In a text message without marks. */
type News = {
  /** The same for the same news, so that it is sent once. */
  readonly id: string
  readonly citizenId: string
  readonly complaintId: string
  readonly number: string
  readonly subject: string
  readonly text: (place: string) => string
  readonly sms: (place: string) => string
}

/** Tells a citizen at the address they proved. Who signs in elsewhere may have given none: they read it on their page. */
async function tellCitizen(tx: Tx, { id, citizenId, complaintId, number, subject, text, sms }: News): Promise<void> {
  await openSignIn(tx)
  const citizen = await findCitizen(tx, citizenId)
  if (!citizen || citizen.channel === null || citizen.addressSealed === null) return
  const address = publicAddress()
  const page = citizen.channel === 'sms' ? 'trang Phan anh cua dich vu cong' : 'trang Phản ánh của dịch vụ công'
  const place = address === null ? page : `${address}/phan-anh`
  const words = citizen.channel === 'sms' ? { subject: '', text: sms(place) } : { subject, text: text(place) }
  const to = unsealAddress(citizen.addressSealed, citizen.id)
  const label = { vi: `Phản ánh ${number}`, en: `Complaint ${number}` }
  const about = { kind: 'complaint', id: complaintId, label, unitId: null }
  await handOver(citizen.channel, { id, to, template: null, ...words }, about)
}

export const tellOfComplaints: readonly Handler[] = [
  {
    name: 'portal.tell-of-answer',
    on: 'complaints.answered',
    run({ tx }, payload) {
      const { complaintId, number, citizenId } = Answered.parse(payload)
      return tellCitizen(tx, {
        id: complaintId,
        citizenId,
        complaintId,
        number,
        subject: `Phản ánh ${number} đã có trả lời`,
        text: (place) => `Phản ánh, kiến nghị ${number} của bạn đã có trả lời. Xem tại ${place}.`,
        sms: (place) => `Phan anh ${number} da co tra loi. Xem tai ${place}.`,
      })
    },
  },
  {
    name: 'portal.tell-of-question',
    on: 'complaints.asked-for-more',
    run({ tx }, payload) {
      const { enquiryId, complaintId, number, citizenId } = Asked.parse(payload)
      return tellCitizen(tx, {
        id: enquiryId,
        citizenId,
        complaintId,
        number,
        subject: `Phản ánh ${number} cần bạn bổ sung thông tin`,
        text: (place) =>
          `Đơn vị đang xử lý phản ánh, kiến nghị ${number} đề nghị bạn bổ sung thông tin. Xem câu hỏi và trả lời tại ${place}.`,
        sms: (place) => `Phan anh ${number} can ban bo sung thong tin. Xem va tra loi tai ${place}.`,
      })
    },
  },
  {
    name: 'portal.tell-of-handing-on',
    on: 'complaints.handed-on',
    run({ tx }, payload) {
      const { actId, complaintId, number, citizenId } = HandedOn.parse(payload)
      return tellCitizen(tx, {
        id: actId,
        citizenId,
        complaintId,
        number,
        subject: `Phản ánh ${number} đã chuyển đến đơn vị có thẩm quyền`,
        text: (place) =>
          `Phản ánh, kiến nghị ${number} của bạn đã chuyển đến đơn vị có thẩm quyền. Xem đơn vị và lý do tại ${place}.`,
        sms: (place) => `Phan anh ${number} da chuyen den don vi co tham quyen. Xem tai ${place}.`,
      })
    },
  },
]
