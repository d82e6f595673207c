-- An import that met what nobody can correct in its file says so, and waits for whoever started it.
alter table imports drop constraint imports_state_check;
alter table imports add constraint imports_state_check check (state in ('checking', 'checked', 'applying', 'done', 'cancelled', 'failed'));
alter table imports add column failure text, add column failed_while text check (failed_while in ('checking', 'applying'));
alter table imports add constraint imports_failure check ((state = 'failed') = (failure is not null) and (state = 'failed') = (failed_while is not null));
comment on column imports.failure is 'What the failing run met, in the words of the program.';
comment on column imports.failed_while is 'Where a retry goes on.';
