create schema if not exists "sports";
create table if not exists "sports"."managers" (
  "year" bigint not null,
  "team" text not null,
  "in_season" bigint not null,
  "player_id" text not null,
  "league" text not null,
  "games" bigint not null,
  "wins" bigint not null,
  "losses" bigint not null,
  "rank" bigint,
  "player_manager" boolean,
  "_version" bigint not null,
  primary key ("year", "team", "in_season")
);
comment on table "sports"."managers" is 'Who managed a team in a year, and in which order.';
comment on column "sports"."managers"."in_season" is '1 for the year''s first manager, 2 for the second.';
comment on column "sports"."managers"."league" is 'NA is the National Association.';
comment on column "sports"."managers"."rank" is 'Of the team at the end of the year.';
comment on column "sports"."managers"."_version" is 'Orders the versions of this row; the highest one stands here.';
