create schema if not exists "northwind";
create table if not exists "northwind"."order_details" (
  "order_id" bigint not null,
  "product_id" bigint not null,
  "unit_price" numeric(12,2) not null,
  "quantity" bigint not null,
  "discount" numeric(5,4) not null,
  "_version" bigint not null,
  primary key ("order_id", "product_id")
);
comment on table "northwind"."order_details" is 'The lines of an order; what a line earns is unit_price * quantity * (1 - discount).';
comment on column "northwind"."order_details"."unit_price" is 'US dollars; the price on the day of the order.';
comment on column "northwind"."order_details"."discount" is 'A share of the price; 0.25 is a quarter off.';
comment on column "northwind"."order_details"."_version" is 'Orders the versions of this row; the highest one stands here.';
