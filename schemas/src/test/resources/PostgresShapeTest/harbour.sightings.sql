create schema if not exists "harbour";
create table if not exists "harbour"."sightings" (
  "_content" text not null,
  "ship" text,
  "arrived_at" timestamp with time zone,
  "port" text not null,
  "crew" bigint,
  "draught" double precision,
  "dues" numeric(12,2),
  "cargo_value" numeric(38,20),
  "piloted" boolean,
  "built_on" date,
  "manifest" jsonb,
  "order" text,
  "_version" bigint not null,
  primary key ("_content")
);
create index if not exists "sightings_by_built_on" on "harbour"."sightings" using brin ("built_on") with (autosummarize = on);
comment on column "harbour"."sightings"."_content" is 'Hash of all fields: equal records are one row.';
comment on column "harbour"."sightings"."ship" is 'The ship''s name.';
comment on column "harbour"."sightings"."draught" is 'Metres.';
comment on column "harbour"."sightings"."_version" is 'Orders the versions of this row; the highest one stands here.';
