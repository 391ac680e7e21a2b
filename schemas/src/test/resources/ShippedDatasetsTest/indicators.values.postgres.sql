create schema if not exists "indicators";
create table if not exists "indicators"."values" (
  "country" text not null,
  "country_code" text,
  "country_name" text not null,
  "aggregate" boolean,
  "indicator" text not null,
  "indicator_name" text,
  "year" bigint not null,
  "value" double precision not null,
  "_version" bigint not null,
  primary key ("country", "indicator", "year")
);
comment on table "indicators"."values" is 'World development figures, one for each country, indicator and year, from four kinds of file.';
comment on column "indicators"."values"."country" is 'Its code; where none was published, OWID and the entity''s name.';
comment on column "indicators"."values"."country_code" is 'As published: ISO 3166 or the World Bank''s code for an aggregate.';
comment on column "indicators"."values"."aggregate" is 'True for regions, income groups and the world; add up no others with them.';
comment on column "indicators"."values"."indicator" is 'The World Bank''s code; one of another publisher has the publisher''s name in front.';
comment on column "indicators"."values"."value" is 'In the unit that the indicator''s name tells.';
comment on column "indicators"."values"."_version" is 'Orders the versions of this row; the highest one stands here.';
