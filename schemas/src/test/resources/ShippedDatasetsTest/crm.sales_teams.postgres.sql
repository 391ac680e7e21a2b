create schema if not exists "crm";
create table if not exists "crm"."sales_teams" (
  "sales_agent" text not null,
  "manager" text,
  "regional_office" text,
  "_version" bigint not null,
  primary key ("sales_agent")
);
comment on table "crm"."sales_teams" is 'Sales agents, their managers and offices.';
comment on column "crm"."sales_teams"."_version" is 'Orders the versions of this row; the highest one stands here.';
