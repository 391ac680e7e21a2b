create schema if not exists "northwind";
create table if not exists "northwind"."suppliers" (
  "supplier_id" bigint not null,
  "company_name" text not null,
  "contact_name" text,
  "contact_title" text,
  "address" text,
  "city" text,
  "region" text,
  "postal_code" text,
  "country" text,
  "phone" text,
  "fax" text,
  "homepage" text,
  "_version" bigint not null,
  primary key ("supplier_id")
);
comment on table "northwind"."suppliers" is 'Companies that products are bought from.';
comment on column "northwind"."suppliers"."region" is 'State, province or county, where addresses name one.';
comment on column "northwind"."suppliers"."homepage" is 'A title and an address between number signs.';
comment on column "northwind"."suppliers"."_version" is 'Orders the versions of this row; the highest one stands here.';
