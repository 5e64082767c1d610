-- Notices of the browser (Web Push) are one more channel.
alter table cases.message_channel drop constraint message_channel_known;
alter table cases.message_channel add constraint message_channel_known check (channel in ('email', 'sms', 'zalo', 'push'));
insert into cases.message_channel (channel, per_minute, most_attempts, plain_letters) values ('push', 300, 6, false);

-- By which key this installation shows who sends (VAPID): made at the first start. The private half is sealed.
create table cases.push_key (
  singleton boolean constraint push_key_pk primary key default true constraint push_key_one check (singleton),
  public_key text not null,
  private_sealed bytea not null,
  made_at timestamptz not null
);

-- A browser that may be told, as it gave itself: where and with which keys, sealed. Whose it is knows whoever asked for it.
create table cases.push_address (
  id uuid constraint push_address_pk primary key,
  sealed bytea not null,
  made_at timestamptz not null
);
alter table cases.push_address enable row level security;
create policy push_address_platform on cases.push_address using ((select platform.scope_is_all()))
  with check ((select platform.scope_is_all()));
