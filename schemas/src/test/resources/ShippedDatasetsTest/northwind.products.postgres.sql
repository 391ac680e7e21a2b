create schema if not exists "northwind";
create table if not exists "northwind"."products" (
  "product_id" bigint not null,
  "product_name" text not null,
  "supplier_id" bigint,
  "category_id" bigint,
  "quantity_per_unit" text,
  "unit_price" numeric(12,2),
  "units_in_stock" bigint,
  "units_on_order" bigint,
  "reorder_level" bigint,
  "discontinued" boolean not null,
  "_version" bigint not null,
  primary key ("product_id")
);
comment on table "northwind"."products" is 'What is sold.';
comment on column "northwind"."products"."unit_price" is 'US dollars; the price today.';
comment on column "northwind"."products"."reorder_level" is 'How many in stock call for a new order.';
comment on column "northwind"."products"."_version" is 'Orders the versions of this row; the highest one stands here.';
