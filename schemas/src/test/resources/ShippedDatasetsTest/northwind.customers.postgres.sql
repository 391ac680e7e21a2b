create schema if not exists "northwind";
create table if not exists "northwind"."customers" (
  "customer_id" text not null,
  "company_name" text not null,
  "contact_name" text,
  "contact_title" text,
  "address" text,
  "city" text,
  "region" text,
  "postal_code" text,
  "country" text not null,
  "phone" text,
  "fax" text,
  "_version" bigint not null,
  primary key ("customer_id")
);
comment on table "northwind"."customers" is 'Companies that order.';
comment on column "northwind"."customers"."customer_id" is 'Five capital letters.';
comment on column "northwind"."customers"."region" is 'State, province or county, where addresses name one.';
comment on column "northwind"."customers"."_version" is 'Orders the versions of this row; the highest one stands here.';
