create schema if not exists "northwind";
create table if not exists "northwind"."employee_territories" (
  "employee_id" bigint not null,
  "territory_id" text not null,
  "_version" bigint not null,
  primary key ("employee_id", "territory_id")
);
comment on table "northwind"."employee_territories" is 'Which employee looks after which territory.';
comment on column "northwind"."employee_territories"."territory_id" is 'A postal code; leading zeros count.';
comment on column "northwind"."employee_territories"."_version" is 'Orders the versions of this row; the highest one stands here.';
