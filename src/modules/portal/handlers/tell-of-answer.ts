import { z } from 'zod'
import { idField } from '#kernel/fields.ts'
import { handOver } from '#modules/cases/index.ts'
import type { Handler } from '#server/events.ts'
import { publicAddress } from '#server/public-address.ts'
import { unsealAddress } from '../sign-in.ts'
import { findCitizen, openSignIn } from '../store/citizens.ts'

const Answered = z.object({ complaintId: idField, number: z.string(), citizenId: idField })

/** Tells a citizen at the address they proved that a complaint of theirs was answered, and not what the answer is. */
export const tellOfAnswer: Handler = {
  name: 'portal.tell-of-answer',
  on: 'complaints.answered',
  async run({ tx }, payload) {
    const { complaintId, number, citizenId } = Answered.parse(payload)
    await openSignIn(tx)
    const citizen = await findCitizen(tx, citizenId)
    // Who signs in elsewhere may have given no address: they read the answer on their page.
    if (!citizen || citizen.channel === null || citizen.addressSealed === null) return
    const address = publicAddress()
    const page = citizen.channel === 'sms' ? 'trang Phan anh cua dich vu cong' : 'trang Phản ánh của dịch vụ công'
    const place = address === null ? page : `${address}/phan-anh`
    const [subject, text] =
      citizen.channel === 'sms'
        ? ['', `Phan anh ${number} da co tra loi. Xem tai ${place}.`]
        : [`Phản ánh ${number} đã có trả lời`, `Phản ánh, kiến nghị ${number} của bạn đã có trả lời. Xem tại ${place}.`]
    const to = unsealAddress(citizen.addressSealed, citizen.id)
    const label = { vi: `Phản ánh ${number}`, en: `Complaint ${number}` }
    const about = { kind: 'complaint', id: complaintId, label, unitId: null }
    const sending = await handOver(citizen.channel, { id: complaintId, to, template: null, subject, text }, about)
    if (sending.kind === 'later') throw new Error(`The provider asks for patience: ${sending.code}`)
  },
}
