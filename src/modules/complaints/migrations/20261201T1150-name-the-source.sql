-- What an official reads is the instrument, not its id in docs/legal-sources.md.
update complaints.term
set source = 'Quyết định 766/QĐ-TTg, theo mô tả công thức', reason = 'Thời hạn ban đầu'
where source = 'decision-766' and reason = 'Thời hạn ban đầu / first term';
