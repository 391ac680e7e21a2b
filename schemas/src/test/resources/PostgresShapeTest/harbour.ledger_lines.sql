create schema if not exists "harbour";
create table if not exists "harbour"."ledger_lines" (
  "_source" text not null,
  "_record" bigint not null,
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
  primary key ("_source", "_record")
);
comment on column "harbour"."ledger_lines"."_source" is 'Name of the file the record came from.';
comment on column "harbour"."ledger_lines"."_record" is 'Number of the record in its source, from 1.';
comment on column "harbour"."ledger_lines"."ship" is 'The ship''s name.';
comment on column "harbour"."ledger_lines"."draught" is 'Metres.';
comment on column "harbour"."ledger_lines"."_version" is 'Orders the versions of this row; the highest one stands here.';
