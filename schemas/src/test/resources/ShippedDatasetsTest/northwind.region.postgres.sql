create schema if not exists "northwind";
create table if not exists "northwind"."region" (
  "region_id" bigint not null,
  "region_description" text not null,
  "_version" bigint not null,
  primary key ("region_id")
);
comment on table "northwind"."region" is 'Sales regions.';
comment on column "northwind"."region"."_version" is 'Orders the versions of this row; the highest one stands here.';
