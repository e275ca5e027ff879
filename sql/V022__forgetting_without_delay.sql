-- Forgetting somebody must not read the whole record while calls are being written into it; and more of what was done
-- with a customer's file stands in the access log.

create index call_steps_outside_by_number on call_steps ((detail ->> 'number')) where kind = 'outside';
create index calls_by_number on calls (number, arrived_at desc) where number_kind = 'number';

alter table access_log
  drop constraint access_log_act_known,
  add constraint access_log_act_known check (act in ('recognised', 'identified', 'searched', 'listed', 'opened-customer',
    'opened-case', 'opened-call', 'took-on', 'called', 'exported', 'read-log'));
comment on column access_log.act is
  'What was done: took-on is an act by which somebody got work with this customer, and with it the right to see all of them; called is a call made to them.';

comment on column customers.note is
  'What matters on the phone ("hard of hearing, speak slowly"), a few short lines, shown to whoever made sure that it is they.';
