create schema if not exists "crm";
create table if not exists "crm"."accounts" (
  "account" text not null,
  "sector" text,
  "year_established" bigint,
  "revenue" numeric(14,2),
  "employees" bigint,
  "office_location" text,
  "subsidiary_of" text,
  "_version" bigint not null,
  primary key ("account")
);
comment on table "crm"."accounts" is 'Companies that are sold to.';
comment on column "crm"."accounts"."revenue" is 'Millions of US dollars a year.';
comment on column "crm"."accounts"."office_location" is 'Country of the head office.';
comment on column "crm"."accounts"."subsidiary_of" is 'The account that owns this one.';
comment on column "crm"."accounts"."_version" is 'Orders the versions of this row; the highest one stands here.';
