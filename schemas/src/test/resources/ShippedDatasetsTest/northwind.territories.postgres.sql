create schema if not exists "northwind";
create table if not exists "northwind"."territories" (
  "territory_id" text not null,
  "territory_description" text not null,
  "region_id" bigint not null,
  "_version" bigint not null,
  primary key ("territory_id")
);
comment on table "northwind"."territories" is 'Sales territories, each in a region.';
comment on column "northwind"."territories"."territory_id" is 'A postal code; leading zeros count.';
comment on column "northwind"."territories"."_version" is 'Orders the versions of this row; the highest one stands here.';
