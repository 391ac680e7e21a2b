create schema if not exists "activity";
create table if not exists "activity"."sessions" (
  "_source" text not null,
  "_record" bigint not null,
  "administrative" bigint not null,
  "administrative_duration" double precision not null,
  "informational" bigint not null,
  "informational_duration" double precision not null,
  "product_related" bigint not null,
  "product_related_duration" double precision not null,
  "bounce_rate" double precision not null,
  "exit_rate" double precision not null,
  "page_value" double precision not null,
  "special_day" double precision not null,
  "month" text not null,
  "operating_system" bigint not null,
  "browser" bigint not null,
  "region" bigint not null,
  "traffic_type" bigint not null,
  "visitor_type" text not null,
  "weekend" boolean not null,
  "revenue" boolean not null,
  "_version" bigint not null,
  primary key ("_source", "_record")
);
comment on table "activity"."sessions" is 'Visits to a shop, and whether one ended with a purchase.';
comment on column "activity"."sessions"."_source" is 'Name of the file the record came from.';
comment on column "activity"."sessions"."_record" is 'Number of the record in its source, from 1.';
comment on column "activity"."sessions"."administrative" is 'Pages of this kind seen.';
comment on column "activity"."sessions"."administrative_duration" is 'Seconds on them.';
comment on column "activity"."sessions"."informational" is 'Pages of this kind seen.';
comment on column "activity"."sessions"."informational_duration" is 'Seconds on them.';
comment on column "activity"."sessions"."product_related" is 'Pages of this kind seen.';
comment on column "activity"."sessions"."product_related_duration" is 'Seconds on them.';
comment on column "activity"."sessions"."bounce_rate" is 'Mean over the pages seen.';
comment on column "activity"."sessions"."exit_rate" is 'Mean over the pages seen.';
comment on column "activity"."sessions"."page_value" is 'Mean over the pages seen.';
comment on column "activity"."sessions"."special_day" is 'How near the visit was to a day for presents.';
comment on column "activity"."sessions"."operating_system" is 'A number without a name.';
comment on column "activity"."sessions"."browser" is 'A number without a name.';
comment on column "activity"."sessions"."region" is 'A number without a name.';
comment on column "activity"."sessions"."traffic_type" is 'A number without a name.';
comment on column "activity"."sessions"."revenue" is 'True if it ended with a purchase.';
comment on column "activity"."sessions"."_version" is 'Orders the versions of this row; the highest one stands here.';
