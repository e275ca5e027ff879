-- Finding people and cases by what is typed, while it is typed: any words or parts of words, accents and capitals
-- aside, typing errors forgiven. Large indexes are only asked for whole words and beginnings of words; what else a
-- word may mean (a part, a slip) is looked up among the words that occur at all, which are few.

create extension if not exists fuzzystrmatch;

create function search_vector(value text) returns tsvector
  language sql immutable strict parallel safe
  as $$ select to_tsvector('pg_catalog.simple'::regconfig,
    regexp_replace(public.search_form(value), '[^[:alnum:]]+', ' ', 'g')) $$;
comment on function search_vector(text) is
  'The words of a text, without accents and capitals. Only letters and digits count, so that a hyphen or an apostrophe hides no name.';

create function case_vector(title text, customer_words text) returns tsvector
  language sql immutable parallel safe
  as $$ select public.search_vector(title || ' ' || coalesce(customer_words, '')) $$;

drop index customers_by_name;
create index customers_by_word on customers using gin (search_vector(name));
create index customers_by_name on customers ((search_form(name) collate "C"), id);
comment on index customers_by_name is 'The order of a phone book, for a single letter and for nothing typed yet.';

create index customer_numbers_by_beginning on customer_numbers ((number::text collate "C"));
create index customer_numbers_by_part on customer_numbers using gin ((number::text) gin_trgm_ops);

create index cases_by_word on cases using gin (case_vector(title, customer_words));
-- A tenth of the other, once the house is some years old: the open ones are looked for first, and mostly alone.
create index cases_open_by_word on cases using gin (case_vector(title, customer_words)) where status <> 'closed';

create table search_words (
  word text not null
    constraint search_words_word_length check (length(word) between 3 and 40)
);
comment on table search_words is
  'The words of names and cases, each once or a few times. Not unique: one long change (an import) must not make another wait that brings the same new word.';
create index search_words_by_word on search_words (word);
create index search_words_by_part on search_words using gin (word gin_trgm_ops);

create function learn_search_words(words text[]) returns void
  language sql
  as $$
    insert into public.search_words
    select new.word from unnest(words) as new (word)
    where length(new.word) between 3 and 40 and new.word !~ '[0-9]'
      and not exists (select from public.search_words known where known.word = new.word)
  $$;

create function forget_search_words(words text[]) returns void
  language sql
  -- Without the index it would read whole tables; the planner cannot know that for every word.
  set enable_seqscan = off
  as $$
    delete from public.search_words gone
    where gone.word = any (words)
      and not exists (select from public.customers
        where public.search_vector(name) @@ ('''' || gone.word || '''')::tsquery)
      and not exists (select from public.cases
        where public.case_vector(title, customer_words) @@ ('''' || gone.word || '''')::tsquery)
  $$;
comment on function forget_search_words(text[]) is
  'Forgets those of the words that nobody and no case bears any more: a name that was taken back is found nowhere.';

create function customers_words_arrive() returns trigger
  language plpgsql
  as $$
    begin
      perform public.learn_search_words(array(
        select distinct word from arrived, unnest(tsvector_to_array(public.search_vector(name))) word));
      return null;
    end
  $$;
create function customers_words_change() returns trigger
  language plpgsql
  as $$
    begin
      if exists (select from departed d join arrived a using (id) where a.name <> d.name) then
        perform public.learn_search_words(array(
          select distinct word from arrived, unnest(tsvector_to_array(public.search_vector(name))) word));
        perform public.forget_search_words(array(
          select word from departed, unnest(tsvector_to_array(public.search_vector(name))) word
          except select word from arrived, unnest(tsvector_to_array(public.search_vector(name))) word));
      end if;
      return null;
    end
  $$;
create function customers_words_leave() returns trigger
  language plpgsql
  as $$
    begin
      perform public.forget_search_words(array(
        select distinct word from departed, unnest(tsvector_to_array(public.search_vector(name))) word));
      return null;
    end
  $$;
create trigger customers_words_arrive after insert on customers
  referencing new table as arrived for each statement execute function customers_words_arrive();
create trigger customers_words_change after update on customers
  referencing old table as departed new table as arrived for each statement execute function customers_words_change();
create trigger customers_words_leave after delete on customers
  referencing old table as departed for each statement execute function customers_words_leave();

create function cases_words_arrive() returns trigger
  language plpgsql
  as $$
    begin
      perform public.learn_search_words(array(
        select distinct word from arrived, unnest(tsvector_to_array(public.case_vector(title, customer_words))) word));
      return null;
    end
  $$;
create function cases_words_change() returns trigger
  language plpgsql
  as $$
    begin
      -- Mostly it is only touched: then there is nothing to learn.
      if exists (select from departed d join arrived a using (id)
          where (a.title, a.customer_words) is distinct from (d.title, d.customer_words)) then
        perform public.learn_search_words(array(
          select distinct word from arrived, unnest(tsvector_to_array(public.case_vector(title, customer_words))) word));
        perform public.forget_search_words(array(
          select word from departed, unnest(tsvector_to_array(public.case_vector(title, customer_words))) word
          except select word from arrived, unnest(tsvector_to_array(public.case_vector(title, customer_words))) word));
      end if;
      return null;
    end
  $$;
create function cases_words_leave() returns trigger
  language plpgsql
  as $$
    begin
      perform public.forget_search_words(array(
        select distinct word from departed, unnest(tsvector_to_array(public.case_vector(title, customer_words))) word));
      return null;
    end
  $$;
create trigger cases_words_arrive after insert on cases
  referencing new table as arrived for each statement execute function cases_words_arrive();
create trigger cases_words_change after update on cases
  referencing old table as departed new table as arrived for each statement execute function cases_words_change();
create trigger cases_words_leave after delete on cases
  referencing old table as departed for each statement execute function cases_words_leave();

select learn_search_words(array(
  select word from customers, unnest(tsvector_to_array(search_vector(name))) word
  union select word from cases, unnest(tsvector_to_array(case_vector(title, customer_words))) word));
