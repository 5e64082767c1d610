/** Behind a number: it is rounded before it is told. As written. */
export const SCALE_AFTER = /^\s*(?:nghìn|ngàn|vạn|(?:triệu|tỷ|tỉ)(?!\s*đồng))(?!\p{L})/iu

/** Syllables that connect and count, and add no condition to what is counted. Folded. */
export const FILLER: ReadonlySet<string> = new Set(
  'toan thanh pho tinh huyen thi xa phuong dia ban ca trong do la co da duoc va voi tong so cong gom bao cu the dat ket qua thuc hien den nay hien tai cac cua ve theo phan mem he thong qua noi chung con lai thi nhu sau bang chiem tp ubnd uy ban nhan dan don vi co quan ki nay luot hs ho so van ban tthc truong hop vu viec nguoi ti le muc dung dau cao nhat thap cuoi phan tram'.split(
    ' ',
  ),
)
