create schema if not exists "cars";
create table if not exists "cars"."sales" (
  "order_number" bigint not null,
  "line_number" bigint not null,
  "quantity" bigint not null,
  "price_each" numeric(12,2) not null,
  "sales" numeric(14,2) not null,
  "order_date" date not null,
  "status" text not null,
  "quarter" bigint,
  "month" bigint,
  "year" bigint,
  "product_line" text not null,
  "msrp" numeric(12,2),
  "product_code" text not null,
  "customer_name" text not null,
  "phone" text,
  "address_line_1" text,
  "address_line_2" text,
  "city" text,
  "state" text,
  "postal_code" text,
  "country" text,
  "territory" text,
  "contact_last_name" text,
  "contact_first_name" text,
  "deal_size" text,
  "_version" bigint not null,
  primary key ("order_number", "line_number")
);
create index if not exists "sales_by_order_date" on "cars"."sales" using brin ("order_date") with (autosummarize = on);
comment on table "cars"."sales" is 'Order lines of a maker of scale models. A row changes with the status of its order.';
comment on column "cars"."sales"."price_each" is 'US dollars; published with a ceiling of 100, so quantity * price_each may be less than sales.';
comment on column "cars"."sales"."sales" is 'US dollars.';
comment on column "cars"."sales"."msrp" is 'The maker''s suggested price, US dollars.';
comment on column "cars"."sales"."state" is 'Only in some countries.';
comment on column "cars"."sales"."territory" is 'NA is North America.';
comment on column "cars"."sales"."_version" is 'Orders the versions of this row; the highest one stands here.';
