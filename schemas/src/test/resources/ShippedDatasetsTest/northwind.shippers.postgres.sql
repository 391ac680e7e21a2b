create schema if not exists "northwind";
create table if not exists "northwind"."shippers" (
  "shipper_id" bigint not null,
  "company_name" text not null,
  "phone" text,
  "_version" bigint not null,
  primary key ("shipper_id")
);
comment on table "northwind"."shippers" is 'Companies that carry orders.';
comment on column "northwind"."shippers"."_version" is 'Orders the versions of this row; the highest one stands here.';
