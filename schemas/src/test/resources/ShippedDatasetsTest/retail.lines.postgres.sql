create schema if not exists "retail";
create table if not exists "retail"."lines" (
  "_source" text not null,
  "_record" bigint not null,
  "invoice" text not null,
  "cancelled" boolean,
  "stock_code" text not null,
  "description" text,
  "quantity" bigint not null,
  "invoiced_at" timestamp with time zone not null,
  "unit_price" numeric(12,3) not null,
  "customer_id" bigint,
  "country" text not null,
  "_version" bigint not null,
  primary key ("_source", "_record")
);
create index if not exists "lines_by_invoiced_at" on "retail"."lines" using brin ("invoiced_at") with (autosummarize = on);
comment on table "retail"."lines" is 'Invoice lines of a shop for gifts, with its cancellations and stock corrections.';
comment on column "retail"."lines"."_source" is 'Name of the file the record came from.';
comment on column "retail"."lines"."_record" is 'Number of the record in its source, from 1.';
comment on column "retail"."lines"."invoice" is 'A number; with C in front it cancels.';
comment on column "retail"."lines"."quantity" is 'Below zero where stock came back or was written off.';
comment on column "retail"."lines"."unit_price" is 'Pounds sterling.';
comment on column "retail"."lines"."customer_id" is 'Published with a fraction, 17.0 for 17; null for sales over the counter.';
comment on column "retail"."lines"."country" is 'EIRE is Ireland.';
comment on column "retail"."lines"."_version" is 'Orders the versions of this row; the highest one stands here.';
