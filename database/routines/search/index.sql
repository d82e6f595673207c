create function app.is_noise(p text) returns boolean language sql immutable parallel safe as $$
-- Words too common in names and addresses to find anything by.
  select length(p) < 2 or p in ('de', 'du', 'des', 'la', 'le', 'les', 'et', 'rue', 'avenue', 'boulevard', 'place', 'chemin', 'allee', 'quai', 'impasse', 'cours')
$$;

create function app.words_of(p_text text, p_references text[], p_phones text[]) returns text[] language sql stable set search_path = pg_catalog, public, app as $$
-- The words under which a text is found: its words, references without padding (OIP-00000002 → oip2), French numbers in national form.
  select coalesce(array_agg(distinct w), '{}') from (
    select unnest(string_to_array(app.fold(p_text), ' ')) as w
    union all
    select regexp_replace(replace(app.fold(r), ' ', ''), '^([a-z]*)0*([0-9]+)$', '\1\2') from unnest(p_references) r where r is not null
    union all
    select regexp_replace(regexp_replace(p, '^\+33', '0'), '[^0-9]', '', 'g') from unnest(p_phones) p where p is not null
  ) all_words where w <> '' and not app.is_noise(w)
$$;

create view app.search_sources as
  select c.id, 'company' as kind, c.id as company_id, c.ambassador_id, c.operator_id, null::uuid as site_id, c.reference, c.reference as company_reference,
    c.name as label, c.siren as sublabel, app.words_of(concat_ws(' ', c.name, c.siren, c.vat_number), array[c.reference], array[c.phone]) as words
  from companies c
  union all
  select s.id, 'site', s.company_id, s.ambassador_id, s.operator_id, s.id, s.id::text, c.reference,
    s.name, concat_ws(' ', s.postcode, s.city), app.words_of(concat_ws(' ', s.name, s.street, s.city, s.postcode, s.siret), '{}', array[s.phone])
  from sites s join companies c on c.id = s.company_id
  union all
  select k.id, 'contact', k.company_id, k.ambassador_id, k.operator_id, k.site_id, k.id::text, c.reference,
    btrim(k.first_name || ' ' || k.last_name), k.email,
    app.words_of(concat_ws(' ', k.first_name, k.last_name, split_part(k.email, '@', 1)), '{}', array[k.phone, k.mobile])
  from contacts k join companies c on c.id = k.company_id where k.archived_at is null
  union all
  select u.id, 'user', u.company_id, u.ambassador_id, u.operator_id, u.site_id, u.login, c.reference, u.display_name, u.login, app.words_of('', array[u.login], '{}')
  from users u join companies c on c.id = u.company_id;
comment on view app.search_sources is 'What is found by the header search, and by which words.';

create function app.index_for_search() returns trigger language plpgsql security definer set search_path = pg_catalog, public, app as $$
-- The entry of the row that was written; the trigger's argument is its kind.
begin
  delete from search_words where entry_id = new.id;
  insert into search_entries (id, kind, company_id, ambassador_id, operator_id, site_id, reference, company_reference, label, sublabel, words, label_fold)
    select id, kind, company_id, ambassador_id, operator_id, site_id, reference, company_reference, label, sublabel, words, app.fold(label)
    from search_sources where id = new.id and kind = tg_argv[0]
    on conflict (id) do update set ambassador_id = excluded.ambassador_id, operator_id = excluded.operator_id, site_id = excluded.site_id,
      label = excluded.label, sublabel = excluded.sublabel, words = excluded.words, label_fold = excluded.label_fold;
  if found then
    insert into search_words (word, entry_id, company_id, ambassador_id, operator_id)
      select unnest(words), id, company_id, ambassador_id, operator_id from search_entries where id = new.id;
  else
    delete from search_entries where id = new.id;
  end if;
  return null;
end $$;
create trigger index_for_search after insert or update of name, siren, vat_number, phone, ambassador_id, operator_id on companies
  for each row execute function app.index_for_search('company');
create trigger index_for_search after insert or update of name, street, city, postcode, siret, phone, ambassador_id, operator_id on sites
  for each row execute function app.index_for_search('site');
create trigger index_for_search after insert or update of first_name, last_name, email, phone, mobile, site_id, archived_at, ambassador_id, operator_id on contacts
  for each row execute function app.index_for_search('contact');
create trigger index_for_search after insert or update of display_name, site_id, ambassador_id, operator_id on users
  for each row execute function app.index_for_search('user');

create function app.rebuild_search() returns void language plpgsql security definer set search_path = pg_catalog, public, app as $$
-- Everything in one go, after rows were loaded with the triggers off. Indexes and keys are made again once the words are there.
declare
  statement text;
  later text[] := array(
    select format('alter table search_words add constraint %I %s', conname, pg_get_constraintdef(oid)) from pg_constraint
      where conrelid = 'search_words'::regclass and contype in ('p', 'f') order by contype desc)
    || array(select pg_get_indexdef(indexrelid) from pg_index where indrelid = 'search_words'::regclass and not indisprimary);
begin
  truncate search_words, search_entries;
  foreach statement in array (
    select array_agg(format('alter table search_words drop constraint %I', conname)) from pg_constraint
      where conrelid = 'search_words'::regclass and contype in ('p', 'f'))
    || array(select format('drop index %s', indexrelid::regclass) from pg_index where indrelid = 'search_words'::regclass and not indisprimary)
  loop
    execute statement;
  end loop;
  insert into search_entries (id, kind, company_id, ambassador_id, operator_id, site_id, reference, company_reference, label, sublabel, words, label_fold)
    select id, kind, company_id, ambassador_id, operator_id, site_id, reference, company_reference, label, sublabel, words, app.fold(label) from search_sources;
  insert into search_words (word, entry_id, company_id, ambassador_id, operator_id)
    select unnest(words), id, company_id, ambassador_id, operator_id from search_entries;
  foreach statement in array later loop
    execute statement;
  end loop;
end $$;
grant execute on function app.rebuild_search to {{worker}};

alter table search_entries enable row level security;
alter table search_words enable row level security;
create policy worker on search_entries to {{worker}} using (true);
create policy worker on search_words to {{worker}} using (true);
