create schema if not exists "northwind";
create table if not exists "northwind"."categories" (
  "category_id" bigint not null,
  "category_name" text not null,
  "description" text,
  "picture" text,
  "_version" bigint not null,
  primary key ("category_id")
);
comment on table "northwind"."categories" is 'What a product may be sorted under.';
comment on column "northwind"."categories"."picture" is 'Image bytes as hexadecimal text; \x where there are none.';
comment on column "northwind"."categories"."_version" is 'Orders the versions of this row; the highest one stands here.';
