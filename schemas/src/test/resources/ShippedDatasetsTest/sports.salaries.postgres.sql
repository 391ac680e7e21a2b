create schema if not exists "sports";
create table if not exists "sports"."salaries" (
  "year" bigint not null,
  "team" text not null,
  "league" text not null,
  "player_id" text not null,
  "salary" bigint not null,
  "_version" bigint not null,
  primary key ("year", "team", "player_id")
);
comment on table "sports"."salaries" is 'What a player earned with a team in a year.';
comment on column "sports"."salaries"."salary" is 'US dollars.';
comment on column "sports"."salaries"."_version" is 'Orders the versions of this row; the highest one stands here.';
