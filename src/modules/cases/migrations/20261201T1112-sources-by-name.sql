-- What came with the platform names its source as it is called in any language; how sure it is stands beside it, and nobody gave a reason.
update cases.index_weight set source = 'Cổng Dịch vụ công quốc gia'
  where set_by_id is null and source = 'Cổng Dịch vụ công quốc gia, chưa kiểm chứng';
update cases.index_weight set source = 'baocaotaichinh.vn, vietjack.me'
  where set_by_id is null and source = 'Trích dẫn công khai, chưa kiểm chứng';
update cases.message_template set reason = '' where changed_by is null;
