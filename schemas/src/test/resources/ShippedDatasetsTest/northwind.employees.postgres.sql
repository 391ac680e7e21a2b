create schema if not exists "northwind";
create table if not exists "northwind"."employees" (
  "employee_id" bigint not null,
  "last_name" text not null,
  "first_name" text not null,
  "title" text,
  "title_of_courtesy" text,
  "birth_date" date,
  "hire_date" date,
  "address" text,
  "city" text,
  "region" text,
  "postal_code" text,
  "country" text,
  "home_phone" text,
  "extension" text,
  "photo" text,
  "notes" text,
  "reports_to" bigint,
  "photo_path" text,
  "_version" bigint not null,
  primary key ("employee_id")
);
comment on table "northwind"."employees" is 'People who take orders.';
comment on column "northwind"."employees"."photo" is 'Image bytes as hexadecimal text; \x where there are none.';
comment on column "northwind"."employees"."reports_to" is 'The employee_id of the superior; null at the top.';
comment on column "northwind"."employees"."_version" is 'Orders the versions of this row; the highest one stands here.';
