import { expect, test } from 'vitest'
import { audit } from '../audit.ts'
import { documentOf } from '../document.fixture.ts'
import { NOTHING_KNOWN } from '../knowledge.ts'

/** Sentences as officials write them, right as they stand, each near to something that a rule accuses. */
const RIGHT = [
  'Giải quyết 1.456/1.625 hồ sơ trong tuần, trong đó đúng hạn 1.447 hồ sơ (tỷ lệ 99,4%).',
  'Tính đến hết tháng 6, có 5.775/8.227 xã (chiếm 70,2%) đạt chuẩn, trong đó có 764 xã nâng cao và 83 xã kiểu mẫu.',
  'Thu ngân sách được 285,3 tỷ đồng, đạt 60% kế hoạch tỉnh giao, đạt 58% kế hoạch HĐND huyện giao.',
  'Tỷ lệ hộ nghèo khu vực nông thôn giảm từ 11,25% năm 2011 xuống còn 2,89%.',
  'Tỷ lệ hộ nghèo giảm còn 1,91%, giảm 5,61% so với năm 2011.',
  'Toàn huyện có 6 xã đạt 19/19 tiêu chí, 8/19 xã đạt chuẩn nông thôn mới; có 5/25 chỉ tiêu đạt và vượt kế hoạch.',
  'Chỉ số PAR INDEX xếp 9/63 tỉnh, thành phố (tăng 26 bậc so với năm 2015); PCI xếp thứ 16/63 (tăng 2 bậc).',
  'Có 30/30 bộ, ngành và 63/63 địa phương đã chọn ngày Chuyển đổi số 10/10.',
  'Cung ứng 2.268 thủ tục gồm 1.833 thủ tục cấp tỉnh, 301 thủ tục cấp huyện và 134 thủ tục cấp xã.',
  'Đã ban hành 315 quyết định công bố 7.518 TTHC, trong đó 3.595 TTHC mới, 977 TTHC sửa đổi và 2.926 TTHC bị bãi bỏ.',
  'Số thuê bao băng rộng di động/100 dân đạt 90; bình quân 14 tiêu chí/xã; 12 bác sĩ/1 vạn dân.',
  'Nhận báo cáo giải quyết 52/58 kiến nghị của cử tri, chiếm 89,7%, thuộc thẩm quyền của 13/15 đơn vị.',
  'Đã giải quyết xong 144/202 kiến nghị, đạt 71,28%.',
  'Trong 125 ý kiến có 18/93 ý kiến thuộc thẩm quyền cấp tỉnh được giải quyết; 37/93 được giải trình; 38/93 đang giải quyết.',
  'Kỷ niệm Quốc khánh 2/9; họp lúc 08h00 ngày 25/02/2023, dịp 30/4 và 01/5 đón 12.000 lượt khách.',
  'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015; Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ số 76/2015/QH13 và Luật số 77/2015/QH13 ngày 22/11/2019;',
  'Căn cứ Nghị định số 88/2017/NĐ-CP ngày 27 tháng 7 năm 2017 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số 56/2015/NĐ-CP ngày 09 tháng 6 năm 2015;',
  'Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 được sửa đổi, bổ sung tại Nghị định số 107/2021/NĐ-CP ngày 06/12/2021.',
  'Từ ngày 02.01.2018 đến 17.5.2018 tiếp nhận 25.368 hồ sơ, giải quyết 23.239 hồ sơ.',
  'Đánh giá mức độ hài lòng đạt 95% (khảo sát 281/511 người đến giao dịch).',
  'Có 12/17 phường có tỷ lệ hộ tham gia bảo hiểm y tế đạt trên 95%.',
  'Tập huấn cho 45/60 tổ công nghệ số, 100% thành viên được cấp tài khoản.',
  'Phản ánh đã xử lý 281/511, còn 45,01% đang trong hạn (230/511 phản ánh).',
  'Giải ngân vốn đầu tư công 1.234/2.345 tỷ đồng, đạt 52,62%, cao hơn cùng kỳ 3,1 điểm phần trăm.',
  'Doanh thu tăng 14,5% so với cùng kỳ, vượt 5% kế hoạch đề ra; lãi suất giảm từ 6,5%/năm xuống 4,5%/năm.',
  'Số dự án tăng từ 12 dự án năm 2022 lên 15 dự án (tăng 25%).',
  'Kinh phí giảm từ 1,5 tỷ đồng xuống còn 900 triệu đồng (giảm 40%).',
  'Thời gian giải quyết giảm từ 15 ngày xuống 7 ngày làm việc; thực hiện trong 24/24 giờ, 7/7 ngày.',
  'Tổng số 1.200 hồ sơ, trong đó: 700 hồ sơ trực tuyến, 450 hồ sơ trực tiếp và 50 hồ sơ qua bưu chính.',
  'Tiếp 320 lượt công dân, trong đó có 45 lượt do lãnh đạo tiếp và 12 đoàn đông người.',
  'Thành lập 17 tổ với 340 thành viên, trong đó 200 nam và 140 nữ.',
  'Triển khai 3 nhóm nhiệm vụ, gồm: (1) Hoàn thiện thể chế; (2) Hạ tầng (giai đoạn 1); (3) Nhân lực.',
  'Theo khoản 2 Điều 5 Thông tư số 01/2023/TT-VPCP ngày 05/4/2023, hồ sơ gồm: (1) Đơn; (2) Bản sao; (3) Ảnh.',
  'Kế hoạch số 45/KH-UBND ngày 12/01/2023 và Kế hoạch số 54/KH-UBND ngày 12/01/2023.',
  'Điện thoại 0254.3856.123, fax 0254/3859999; địa chỉ 12/34 đường Trần Hưng Đạo, hẻm 45/6; tỷ lệ bản đồ 1/500.',
  'Công trình khởi công ngày 02/9/2022, dự kiến hoàn thành ngày 30/4/2024, giai đoạn 2 bắt đầu từ tháng 01/2023.',
  'Hệ thống đã vận hành chính thức từ tháng 5/2023 sau thời gian thử nghiệm từ tháng 12/2022.',
  'Hộ nghèo còn 0,8%, vượt chỉ tiêu Nghị quyết đề ra (dưới 1%).',
  'Tỷ lệ trễ hạn 0,42%, thấp hơn chỉ tiêu cho phép là 2%; tỷ lệ đúng hạn 99,58%, cao hơn bình quân toàn tỉnh (98,7%).',
  'Đạt 38/40 điểm; đứng thứ 5/30 đơn vị; tăng 0,5/10 điểm.',
  'Năm học 2023/2024 có 45/46 trường học, đạt 97,8%; giai đoạn 2021 - 2025 phấn đấu 100%.',
  'Trẻ em dưới 6 tuổi có thẻ bảo hiểm y tế 100% (4.512/4.512 trẻ); tiêm chủng đạt gần 96% (4.330/4.512 trẻ).',
  'Ước thực hiện cả năm khoảng 80% (7.980/10.000 lượt).',
] as const

test.each(RIGHT)('%s', (text) => {
  expect(audit(documentOf(text), NOTHING_KNOWN).findings.map(({ rule, stated }) => `${rule}: ${stated.vi}`)).toEqual([])
})

test('all of them in one report', () => {
  const { findings } = audit(documentOf(...RIGHT), NOTHING_KNOWN)
  expect(findings.map(({ rule, stated }) => `${rule}: ${stated.vi}`)).toEqual([])
})
