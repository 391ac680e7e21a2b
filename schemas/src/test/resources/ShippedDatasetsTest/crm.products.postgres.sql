create schema if not exists "crm";
create table if not exists "crm"."products" (
  "product" text not null,
  "series" text,
  "sales_price" numeric(12,2) not null,
  "_version" bigint not null,
  primary key ("product")
);
comment on table "crm"."products" is 'What is sold to accounts.';
comment on column "crm"."products"."sales_price" is 'List price in US dollars.';
comment on column "crm"."products"."_version" is 'Orders the versions of this row; the highest one stands here.';
