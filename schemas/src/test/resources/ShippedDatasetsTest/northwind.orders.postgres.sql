create schema if not exists "northwind";
create table if not exists "northwind"."orders" (
  "order_id" bigint not null,
  "customer_id" text not null,
  "employee_id" bigint not null,
  "order_date" date not null,
  "required_date" date,
  "shipped_date" date,
  "ship_via" bigint,
  "freight" numeric(12,2),
  "ship_name" text,
  "ship_address" text,
  "ship_city" text,
  "ship_region" text,
  "ship_postal_code" text,
  "ship_country" text,
  "_version" bigint not null,
  primary key ("order_id")
);
create index if not exists "orders_by_order_date" on "northwind"."orders" using brin ("order_date") with (autosummarize = on);
comment on table "northwind"."orders" is 'Orders as placed. A row changes when its order is shipped.';
comment on column "northwind"."orders"."required_date" is 'When the customer wants it by.';
comment on column "northwind"."orders"."shipped_date" is 'Null until it is shipped.';
comment on column "northwind"."orders"."ship_via" is 'A shipper_id.';
comment on column "northwind"."orders"."freight" is 'US dollars.';
comment on column "northwind"."orders"."_version" is 'Orders the versions of this row; the highest one stands here.';
