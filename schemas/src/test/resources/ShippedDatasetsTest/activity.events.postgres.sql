create schema if not exists "activity";
create table if not exists "activity"."events" (
  "_content" text not null,
  "user_id" bigint not null,
  "session_id" text,
  "action" text not null,
  "product_id" bigint,
  "category_id" bigint,
  "category_code" text,
  "brand" text,
  "price" numeric(12,2),
  "event_time" timestamp with time zone not null,
  "_version" bigint not null,
  primary key ("_content")
);
create index if not exists "events_by_event_time" on "activity"."events" using brin ("event_time") with (autosummarize = on);
create index if not exists "events_of_user_id" on "activity"."events" ("user_id", "event_time");
comment on table "activity"."events" is 'What users did in a shop, from exports and from a live feed. An event never changes.';
comment on column "activity"."events"."_content" is 'Hash of all fields: equal records are one row.';
comment on column "activity"."events"."action" is 'view, cart, purchase, or whatever else a feed names.';
comment on column "activity"."events"."category_code" is 'Dotted, the widest word first.';
comment on column "activity"."events"."price" is 'US dollars.';
comment on column "activity"."events"."_version" is 'Orders the versions of this row; the highest one stands here.';
