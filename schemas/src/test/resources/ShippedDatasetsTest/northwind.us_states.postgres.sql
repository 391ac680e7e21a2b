create schema if not exists "northwind";
create table if not exists "northwind"."us_states" (
  "state_id" bigint not null,
  "state_name" text not null,
  "state_abbr" text not null,
  "state_region" text,
  "_version" bigint not null,
  primary key ("state_id")
);
comment on table "northwind"."us_states" is 'States of the USA and where they lie.';
comment on column "northwind"."us_states"."state_abbr" is 'Two capital letters.';
comment on column "northwind"."us_states"."_version" is 'Orders the versions of this row; the highest one stands here.';
