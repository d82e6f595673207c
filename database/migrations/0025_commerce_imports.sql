-- Contracts, services and accountcodes that come from before, by file.

alter table imports drop constraint imports_kind_check,
  add constraint imports_kind_check check (kind in ('companies', 'sites', 'contacts', 'subscriptions', 'services', 'accountcodes'));

-- The carrier's own key of what it took over: the same file twice makes nothing twice.
alter table subscriptions add column external_key text unique;
alter table services add column external_key text unique;

-- A contract taken over keeps its number; those that follow do not meet it.
grant select, update on sequence subscription_number_seq, accountcode_number_seq to {{worker}};
