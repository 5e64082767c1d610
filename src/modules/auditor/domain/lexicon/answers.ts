/** Answers in words, as they stand in columns of results. All folded but `PENDING`. */

/** Says that the thing is wholly done: an answer where 100 % is asked. */
export const DONE =
  /^-? ?(?:da )?(?:dat(?: chi tieu| yeu cau| 100%)?$|hoan (?:thanh|tat)|thuc hien (?:day du|xong|100%|dat)|bao dam|dam bao|duy tri|toan bo|tat ca|day du|co$|da co$|dap ung)|\bda (?:duoc )?(?:hoan thanh|hoan tat|phe duyet|dat|ban hanh|nghiem thu|dua vao (?:su dung|van hanh|hoat dong))\b/

/** Says that there is nothing to answer. */
export const NOTHING =
  /^(?:khong(?: co| phat sinh| ap dung| thuc hien| giao)?|chua (?:phat sinh|giao|den ki)\b.*|n\/a|x|k(?:hong)?)$/

/** Says that the answer is still to come. With marks (`sameSpelling`): `chờ` is not `cho`, `sẽ` not `sẻ`. */
export const PENDING = /(?<!\p{L})(?:đang|dự kiến|chờ|chưa|sẽ|tiếp tục)(?!\p{L})/u

/** Answers that may stand beside any task without saying anything untrue. */
export const GENERAL_ANSWER =
  /^(?:[-+•. ]*)(?:da|dang|chua|se|van|tiep tuc|co|khong|thuong xuyen|hoan thanh|dat|vuot|thuc hien|trien khai|xay dung|theo doi|thong ke|tong hop|ra soat|cap nhat|bao dam|dam bao|dung|tien do|han|ke hoach|quy dinh|qui dinh|yeu cau|theo|duoc|giao|xong|tot|day du|dinh ki|hang nam|hang thang|hang quy|hang qui|trong|ki|nam|quy|qui|thang|bao cao|chi tieu|nhiem vu|cac|va|nam \d{4}|\d{4}|100%|nay|hien|viec|cong tac|ban hanh|so lieu|phat sinh|van ban|cuoi|dau|tham muu|phoi hop|chi dao|don doc|noi dung|du kien|i{1,3}|iv|\d{1,2}|truoc|sau|ngay|cho|tiep|toi|som|phan dau|so|[ ,.;:/-])*$/
