/** Words by which tables judge a result against its target. All folded. */

/** The header of a column that judges. */
export const STATUS_HEADER =
  /\bdanh gia\b|\bxep loai\b|\bmuc do (?:hoan thanh|dat)\b|\btrang thai\b|\bket luan\b|\bdat\/ ?(?:khong|chua) dat\b|\bso voi (?:chi tieu|ke hoach)\b/

export const MISSED = /\b(?:chua|khong) (?:dat|hoan thanh|dam bao|bao dam)\b|\bthap hon (?:chi tieu|ke hoach)\b/
export const PASSED = /\bvuot(?: chi tieu| ke hoach| muc| muc tieu)?\b(?! qua\b)|\bhoan thanh vuot muc\b/
export const MET =
  /(?:^|[-–(,;. ])(?:da )?(?:dat|hoan thanh)(?: chi tieu| ke hoach| yeu cau| muc tieu)?(?=$|[ ]*[-–),;.])/

/** Indicators of which less is better. */
export const LESS_IS_BETTER =
  /\bho (?:can )?ngheo\b|\bngheo\b|\btre han\b|\bqua han\b|\btai nan\b|\btu vong\b|\bthat nghiep\b|\bsuy dinh duong\b|\bton dong\b|\bthat thoat\b|\bvi pham\b|\bno (?:dong|dung|xau|thue|cong)\b|\bgiam\b|\bthoi gian\b|\bchi phi\b|\bkhieu nai\b|\btoi pham\b|\bbo hoc\b|\bsinh con thu\b|\bmat can bang\b|\bthap hon\b|\bkhong qua\b|\btoi da\b|\bchet\b|\bbi thuong\b|\bchua\b|\bhao hut\b|\blam phat\b/
