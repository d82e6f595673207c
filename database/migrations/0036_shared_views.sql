-- A view of a list is a person's own, or shown to their whole company.
alter table saved_views add column company_id uuid references companies, add column is_shared boolean not null default false;
update saved_views v set company_id = u.company_id from users u where u.id = v.user_id;
alter table saved_views alter column company_id set not null;
create index on saved_views (company_id, universe, screen) where is_shared;
create index on saved_views (company_id);
comment on table saved_views is 'Views of a list that a person keeps, or that an administrator shows to the company.';
