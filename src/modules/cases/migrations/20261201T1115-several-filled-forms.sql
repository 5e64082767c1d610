-- A procedure may use several forms: a case keeps what was answered on each of them.
alter table cases.filled_form drop constraint filled_form_pk;
alter table cases.filled_form add constraint filled_form_pk primary key (case_id, form_code);
