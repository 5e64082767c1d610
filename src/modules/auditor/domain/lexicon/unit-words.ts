/** Words by which rows name units of organisation, folded unless said otherwise. */

/** What stands before the name of the place, as written. */
export const OFFICE_BEFORE = /^\s*(?:HĐND\s*(?:và|-|,)\s*)?(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s*(?:các\s+)?/iu

/** The whole area that the report is about. */
export const WHOLE_AREA =
  /^(?:tong(?: cong| so| chung)?|cong|toan (?:thanh pho|tp|tinh|huyen|thi xa|dia ban|nganh|xa|phuong)|chung)$/

/** All units of the lowest level taken together. */
export const WARD_LEVEL =
  /^(?:\d{1,3} )?(?:cap xa|(?:cac )?(?:xa|phuong|thi tran)(?: ?[,/-] ?| va | )(?:xa|phuong|thi tran)(?:(?: ?[,/-] ?| va | )(?:xa|phuong|thi tran))?|cac (?:xa|phuong))$/

/** A unit of the level above, by its kind or its name. */
export const DISTRICT_LEVEL =
  /^(?:cap huyen|(?:tp|tx)\.? ?\p{L}.*|thanh pho(?: .+)?|thi xa(?: .+)?|huyen(?: .+)?|quan \p{L}.+)$/u
