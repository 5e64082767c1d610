/** Names as they stand in reports. Units of before and after July 2025 both occur; no figure here is a real one. */
export const CITY_WARDS = [
  'Phường 1',
  'Phường 2',
  'Phường 3',
  'Phường 4',
  'Phường 5',
  'Phường 7',
  'Phường 8',
  'Phường 9',
  'Phường 10',
  'Phường 11',
  'Phường 12',
  'Phường Thắng Nhì',
  'Phường Thắng Tam',
  'Phường Rạch Dừa',
  'Phường Thắng Nhất',
  'Phường Nguyễn An Ninh',
  'Xã Long Sơn',
] as const

export const COMMUNES = [
  'Xã Ngãi Giao',
  'Xã Bình Giã',
  'Xã Kim Long',
  'Xã Châu Đức',
  'Xã Xuân Sơn',
  'Xã Nghĩa Thành',
  'Xã Hồ Tràm',
  'Xã Xuyên Mộc',
  'Xã Hoà Hội',
  'Xã Bàu Lâm',
  'Xã Bình Châu',
  'Xã Đất Đỏ',
  'Xã Long Hải',
  'Xã Long Điền',
  'Xã Phước Hải',
  'Xã Châu Pha',
  'Phường Phú Mỹ',
  'Phường Tân Thành',
  'Phường Bà Rịa',
  'Phường Long Hương',
  'Phường Tam Long',
  'Đặc khu Côn Đảo',
] as const

export const OFFICES = [
  'Văn phòng HĐND và UBND',
  'Phòng Tài nguyên và Môi trường',
  'Phòng Quản lý đô thị',
  'Phòng Tài chính – Kế hoạch',
  'Phòng Văn hóa và Thông tin',
  'Phòng Giáo dục và Đào tạo',
  'Phòng Lao động – Thương binh và Xã hội',
  'Phòng Nội vụ',
  'Phòng Kinh tế',
  'Phòng Tư pháp',
  'Phòng Y tế',
  'Thanh tra thành phố',
] as const

export const DEPARTMENTS = [
  'Sở Nội vụ',
  'Sở Tài chính',
  'Sở Xây dựng',
  'Sở Y tế',
  'Sở Giáo dục và Đào tạo',
  'Sở Nông nghiệp và Môi trường',
  'Sở Công Thương',
  'Sở Tư pháp',
  'Sở Khoa học và Công nghệ',
  'Sở Văn hóa, Thể thao và Du lịch',
  'Ban Quản lý các khu công nghiệp',
  'Thanh tra tỉnh',
] as const

export const FIELDS = [
  'Đất đai',
  'Trật tự xây dựng',
  'Môi trường',
  'Hạ tầng giao thông',
  'An ninh trật tự',
  'Chiếu sáng công cộng',
  'Cấp thoát nước',
  'Trật tự lòng lề đường',
  'An toàn thực phẩm',
  'Cây xanh đô thị',
  'Tiếng ồn',
  'Thái độ phục vụ của cán bộ, công chức',
] as const

export const PROCEDURE_FIELDS = [
  'Hộ tịch',
  'Chứng thực',
  'Đất đai',
  'Đăng ký kinh doanh hộ cá thể',
  'Bảo trợ xã hội',
  'Người có công',
  'Xây dựng',
  'Giáo dục và đào tạo',
  'Văn hóa',
  'Tôn giáo',
  'Thi đua – khen thưởng',
  'Phòng, chống tệ nạn xã hội',
] as const

export const SCHOOLS = [
  'Trường Tiểu học Bùi Thị Xuân',
  'Trường Tiểu học Thắng Nhất',
  'Trường Tiểu học Hạ Long',
  'Trường Tiểu học Nguyễn Viết Xuân',
  'Trường THCS Vũng Tàu',
  'Trường THCS Duy Tân',
  'Trường THCS Châu Thành',
  'Trường THCS Trần Phú',
  'Trường THCS Nguyễn An Ninh',
  'Trường Mầm non Hoa Mai',
  'Trường Mầm non Sao Mai',
  'Trường Mầm non 19/5',
] as const

export const AUTHORITIES = [
  { name: 'UBND thành phố Vũng Tàu', place: 'Vũng Tàu', area: 'thành phố', level: 'city' },
  { name: 'UBND thành phố Bà Rịa', place: 'Bà Rịa', area: 'thành phố', level: 'city' },
  { name: 'UBND tỉnh Đồng Tháp', place: 'Đồng Tháp', area: 'tỉnh', level: 'province' },
  { name: 'UBND tỉnh Quảng Ninh', place: 'Quảng Ninh', area: 'tỉnh', level: 'province' },
  { name: 'UBND phường Tam Thắng', place: 'Tam Thắng', area: 'phường', level: 'ward' },
  { name: 'UBND thành phố Huế', place: 'Huế', area: 'thành phố', level: 'province' },
  { name: 'UBND tỉnh Lâm Đồng', place: 'Lâm Đồng', area: 'tỉnh', level: 'province' },
] as const

/** What stands where a figure should stand, rightly. */
export const NON_ANSWERS = [
  'Hiện đang thống kê',
  'Đang triển khai theo kế hoạch',
  'Đã được phê duyệt cấp độ',
  'Chưa có hướng dẫn của cơ quan cấp trên',
  'Không phát sinh',
  'Tổ chức 03 lớp tập huấn cho 185 lượt cán bộ, công chức',
  'Hiện có 7 điểm cầu có thiết bị và 17 điểm cầu bằng ứng dụng cho 17 phường, xã',
  'Dự kiến hoàn thành trong quý IV',
] as const

export const OPEN_TASKS = [
  'Tiếp tục đẩy mạnh công tác tuyên truyền, hướng dẫn người dân, doanh nghiệp thực hiện dịch vụ công trực tuyến; phấn đấu đạt tỷ lệ tối thiểu 80% hồ sơ nộp trực tuyến.',
  'Rà soát, cắt giảm ít nhất 30% thời gian giải quyết thủ tục hành chính theo chỉ đạo của Thủ tướng Chính phủ.',
  'Phấn đấu hoàn thành 100% chỉ tiêu, kế hoạch được giao trước ngày 15/12.',
  'Thực hiện nghiêm chế độ thông tin, báo cáo theo quy định; kiểm tra đột xuất ít nhất 02 đơn vị mỗi quý.',
  'Khắc phục tình trạng trễ hạn; đối với hồ sơ quá hạn phải thực hiện thư xin lỗi theo khoản 9 Điều 19 Nghị định số 61/2018/NĐ-CP.',
] as const
