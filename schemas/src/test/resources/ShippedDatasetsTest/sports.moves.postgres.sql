create schema if not exists "sports";
create table if not exists "sports"."teams" (
  "year" bigint not null,
  "league" text not null,
  "team" text not null,
  "franchise" text not null,
  "division" text,
  "rank" bigint,
  "games" bigint not null,
  "games_home" bigint,
  "wins" bigint not null,
  "losses" bigint not null,
  "won_division" boolean,
  "won_wild_card" boolean,
  "won_league" boolean,
  "won_world_series" boolean,
  "runs" bigint,
  "at_bats" bigint,
  "hits" bigint,
  "doubles" bigint,
  "triples" bigint,
  "home_runs" bigint,
  "walks" bigint,
  "strikeouts" bigint,
  "stolen_bases" bigint,
  "caught_stealing" bigint,
  "hit_by_pitch" bigint,
  "sacrifice_flies" bigint,
  "runs_allowed" bigint,
  "earned_runs_allowed" bigint,
  "earned_run_average" numeric(5,2),
  "complete_games" bigint,
  "shutouts" bigint,
  "saves" bigint,
  "outs_pitched" bigint,
  "hits_allowed" bigint,
  "home_runs_allowed" bigint,
  "walks_allowed" bigint,
  "strikeouts_by_pitchers" bigint,
  "errors" bigint,
  "double_plays" bigint,
  "fielding_percentage" numeric(4,3),
  "name" text not null,
  "park" text,
  "attendance" bigint,
  "park_factor_batters" bigint,
  "park_factor_pitchers" bigint,
  "team_bbref" text,
  "team_lahman45" text,
  "team_retro" text,
  "_version" bigint not null,
  primary key ("year", "team")
);
comment on table "sports"."teams" is 'Baseball teams, season by season.';
comment on column "sports"."teams"."league" is 'NA is the National Association.';
comment on column "sports"."teams"."division" is 'East, central, west; null before there were any.';
comment on column "sports"."teams"."outs_pitched" is 'Innings pitched times three.';
comment on column "sports"."teams"."attendance" is 'At home.';
comment on column "sports"."teams"."park_factor_batters" is 'Three years; above 100 the park helps batters.';
comment on column "sports"."teams"."park_factor_pitchers" is 'Three years; above 100 the park helps batters.';
comment on column "sports"."teams"."team_bbref" is 'Baseball Reference''s.';
comment on column "sports"."teams"."team_lahman45" is 'The database''s until its version 4.5.';
comment on column "sports"."teams"."team_retro" is 'Retrosheet''s.';
comment on column "sports"."teams"."_version" is 'Orders the versions of this row; the highest one stands here.';
