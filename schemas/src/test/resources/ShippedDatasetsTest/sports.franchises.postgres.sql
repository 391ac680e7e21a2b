create schema if not exists "sports";
create table if not exists "sports"."franchises" (
  "franchise" text not null,
  "name" text not null,
  "active" text not null,
  "national_association" text,
  "_version" bigint not null,
  primary key ("franchise")
);
comment on table "sports"."franchises" is 'Baseball franchises, which teams of one line share.';
comment on column "sports"."franchises"."active" is 'NA where it played in the National Association, and so no longer.';
comment on column "sports"."franchises"."national_association" is 'Its franchise in the National Association, if it had one.';
comment on column "sports"."franchises"."_version" is 'Orders the versions of this row; the highest one stands here.';
