-- Who calls, and what they told us.

-- Trusted extensions: the owner of the database may create them, no superuser needed.
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- unaccent() is only stable, since its dictionary could be changed; an index needs a fixed answer.
create function search_form(value text) returns text
  language sql immutable strict parallel safe
  as $$ select lower(public.unaccent('public.unaccent'::regdictionary, value)) $$;
comment on function search_form(text) is 'Without accents and capitals, so that "herve" finds "Hervé".';

create table customers (
  id bigint generated always as identity primary key,
  name text not null
    constraint customers_name_length check (name = btrim(name) and length(name) between 1 and 200),
  note text
    constraint customers_note_length check (length(note) between 1 and 4000),
  language text
    constraint customers_language_shape check (language ~ '^[a-z]{2,3}(-[A-Z]{2})?$'),
  created_at timestamptz not null default now()
);
comment on table customers is 'A person. A phone number is not a person: see customer_numbers.';
comment on column customers.note is 'What matters on the phone ("hard of hearing, speak slowly"), shown before anyone picks up.';
create index customers_by_name on customers using gin (search_form(name) gin_trgm_ops);

create table customer_numbers (
  number e164 not null,
  customer_id bigint not null references customers on delete cascade,
  label text
    constraint customer_numbers_label_length check (length(label) between 1 and 60),
  primary key (number, customer_id)
);
comment on table customer_numbers is
  'Many to many: a person has several numbers, and a number (a family, a switchboard) has several people.';
create index customer_numbers_by_customer on customer_numbers (customer_id);

create table cases (
  id bigint generated always as identity primary key,
  customer_id bigint not null
    constraint cases_customer_id_fkey references customers,
  title text not null
    constraint cases_title_length check (title = btrim(title) and length(title) between 1 and 200),
  customer_words text
    constraint cases_customer_words_length check (length(customer_words) between 1 and 8000),
  owner_id bigint not null
    constraint cases_owner_id_fkey references agents,
  status text not null default 'open'
    constraint cases_status_known check (status in ('open', 'waiting', 'closed')),
  opened_at timestamptz not null default now(),
  touched_at timestamptz not null default now(),
  constraint cases_touched_at_order check (touched_at >= opened_at)
);
comment on table cases is 'A customer''s matter. One owner, always: a case nobody owns is a case nobody solves.';
comment on column cases.customer_words is 'The matter as the customer told it, so that they need not tell it twice.';
comment on column cases.status is 'Waiting (for the customer) still counts as open when they call; only closed does not.';
create index cases_by_customer on cases (customer_id, touched_at desc);
create index cases_by_owner on cases (owner_id, touched_at desc) where status <> 'closed';

create table case_notes (
  id bigint generated always as identity primary key,
  case_id bigint not null
    constraint case_notes_case_id_fkey references cases on delete cascade,
  author_id bigint not null
    constraint case_notes_author_id_fkey references agents,
  at timestamptz not null default now(),
  text text not null
    constraint case_notes_text_length check (length(text) between 1 and 8000)
);
comment on table case_notes is 'What was said and done, in order. Lines are added, never rewritten.';
create index case_notes_by_case on case_notes (case_id, at desc, id desc);
