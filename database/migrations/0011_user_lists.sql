-- Lists of users across companies: those of a state by their last sign-in, those who never came.
create index on users (state, coalesce(last_sign_in_at, timestamptz '1970-01-01 00:00:00+00'), id);
create index on users (name_fold collate "C", id) where last_sign_in_at is null;
