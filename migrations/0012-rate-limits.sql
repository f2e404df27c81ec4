-- Counts of requests, uploads and the like that all processes share. Not logged: a crash of the database forgets them, which
-- costs nothing, and a count costs no flush. `bucket` is a hash of the rule and of whom it counts, so no address stands here.
create unlogged table rate_limit (
  bucket bytea primary key check (length(bucket) = 16),
  ends_at timestamptz not null,          -- then the count begins anew
  used int not null,
  granted int not null                   -- what the last statement added
) with (fillfactor = 60);
