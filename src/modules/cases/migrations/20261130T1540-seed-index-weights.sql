-- The split the national portal shows, and three indicators found in public texts: nobody has compared them with the decision (decision-766).
-- Indicators without points of their own share what their group has left.
insert into cases.index_weight (indicator, points, checked, source, valid_from) values
  ('transparency', 18, false, 'Cổng Dịch vụ công quốc gia, chưa kiểm chứng', '2022-06-23'),
  ('progress', 20, false, 'Cổng Dịch vụ công quốc gia, chưa kiểm chứng', '2022-06-23'),
  ('online', 12, false, 'Cổng Dịch vụ công quốc gia, chưa kiểm chứng', '2022-06-23'),
  ('payment', 10, false, 'Cổng Dịch vụ công quốc gia, chưa kiểm chứng', '2022-06-23'),
  ('satisfaction', 18, false, 'Cổng Dịch vụ công quốc gia, chưa kiểm chứng', '2022-06-23'),
  ('digital', 22, false, 'Cổng Dịch vụ công quốc gia, chưa kiểm chứng', '2022-06-23'),
  ('1.2', 4, false, 'Trích dẫn công khai, chưa kiểm chứng', '2022-06-23'),
  ('2.1', 20, false, 'Trích dẫn công khai, chưa kiểm chứng', '2022-06-23'),
  ('5.4', 6, false, 'Trích dẫn công khai, chưa kiểm chứng', '2022-06-23');
