-- Why a report was issued although the auditor held a contradiction for proved; empty when none was open.
alter table reports.step add column override_reason text not null default '';
