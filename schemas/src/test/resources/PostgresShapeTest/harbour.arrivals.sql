create schema if not exists "harbour";
create table if not exists "harbour"."arrivals" (
  "ship" text not null,
  "arrived_at" timestamp with time zone not null,
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
  primary key ("ship", "arrived_at")
);
create index if not exists "arrivals_by_arrived_at" on "harbour"."arrivals" using brin ("arrived_at") with (autosummarize = on);
comment on table "harbour"."arrivals" is 'Ships as they come in; the pilot''s "book".';
comment on column "harbour"."arrivals"."ship" is 'The ship''s name.';
comment on column "harbour"."arrivals"."draught" is 'Metres.';
comment on column "harbour"."arrivals"."_version" is 'Orders the versions of this row; the highest one stands here.';
