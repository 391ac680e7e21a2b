create schema if not exists "crm";
create table if not exists "crm"."sales_pipeline" (
  "opportunity_id" text not null,
  "sales_agent" text not null,
  "product" text not null,
  "account" text,
  "deal_stage" text not null,
  "engage_date" date,
  "close_date" date,
  "close_value" numeric(12,2),
  "_version" bigint not null,
  primary key ("opportunity_id")
);
create index if not exists "sales_pipeline_by_engage_date" on "crm"."sales_pipeline" using brin ("engage_date") with (autosummarize = on);
comment on table "crm"."sales_pipeline" is 'Opportunities from first contact to won or lost. A row changes as its deal moves on.';
comment on column "crm"."sales_pipeline"."opportunity_id" is 'Eight capital letters and digits.';
comment on column "crm"."sales_pipeline"."product" is 'As crm.products spells it.';
comment on column "crm"."sales_pipeline"."account" is 'Null while it is not known whom the deal is with.';
comment on column "crm"."sales_pipeline"."engage_date" is 'Null while prospecting.';
comment on column "crm"."sales_pipeline"."close_date" is 'Null until won or lost.';
comment on column "crm"."sales_pipeline"."close_value" is 'US dollars; 0 when lost.';
comment on column "crm"."sales_pipeline"."_version" is 'Orders the versions of this row; the highest one stands here.';
