create schema if not exists "northwind";
create table if not exists "northwind"."customer_demographics" (
  "customer_type_id" text not null,
  "customer_desc" text,
  "_version" bigint not null,
  primary key ("customer_type_id")
);
comment on table "northwind"."customer_demographics" is 'Kinds of customer.';
comment on column "northwind"."customer_demographics"."customer_desc" is 'What the kind means.';
comment on column "northwind"."customer_demographics"."_version" is 'Orders the versions of this row; the highest one stands here.';
