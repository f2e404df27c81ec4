-- Keys that somebody made who was signed in as another end with "this was not me".

alter table api_key drop constraint api_key_ended_because_check;
alter table api_key add constraint api_key_ended_because_check check (ended_because in ('revoked', 'creator_left', 'creator_suspended', 'creator_demoted', 'not_me'));
