create schema if not exists "sports";
create table if not exists "sports"."players" (
  "player_id" text not null,
  "birth_year" bigint,
  "birth_month" bigint,
  "birth_day" bigint,
  "birth_country" text,
  "birth_state" text,
  "birth_city" text,
  "death_year" bigint,
  "death_month" bigint,
  "death_day" bigint,
  "death_country" text,
  "death_state" text,
  "death_city" text,
  "name_first" text,
  "name_last" text not null,
  "name_given" text,
  "weight" bigint,
  "height" bigint,
  "bats" text,
  "throws" text,
  "debut" date,
  "final_game" date,
  "retro_id" text,
  "bbref_id" text,
  "team_id" text,
  "team_since" timestamp with time zone,
  "_version" bigint not null,
  primary key ("player_id")
);
comment on table "sports"."players" is 'Baseball players, managers and others of note.';
comment on column "sports"."players"."death_year" is 'Null for the living.';
comment on column "sports"."players"."weight" is 'Pounds.';
comment on column "sports"."players"."height" is 'Inches.';
comment on column "sports"."players"."bats" is 'Left, right, both.';
comment on column "sports"."players"."throws" is 'Left, right; S for either.';
comment on column "sports"."players"."debut" is 'First game in a major league.';
comment on column "sports"."players"."final_game" is 'The last game so far.';
comment on column "sports"."players"."retro_id" is 'Retrosheet''s.';
comment on column "sports"."players"."bbref_id" is 'Baseball Reference''s.';
comment on column "sports"."players"."team_id" is 'The team that sports.trades last moved the player to; null in the files.';
comment on column "sports"."players"."team_since" is 'Since when.';
comment on column "sports"."players"."_version" is 'Orders the versions of this row; the highest one stands here.';
