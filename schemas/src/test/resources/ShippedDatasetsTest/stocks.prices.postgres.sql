create schema if not exists "stocks";
create table if not exists "stocks"."prices" (
  "symbol" text not null,
  "date" date not null,
  "open" numeric(18,6) not null,
  "high" numeric(18,6) not null,
  "low" numeric(18,6) not null,
  "close" numeric(18,6) not null,
  "adjusted_close" numeric(18,6),
  "volume" bigint,
  "_version" bigint not null,
  primary key ("symbol", "date")
);
create index if not exists "prices_by_date" on "stocks"."prices" using brin ("date") with (autosummarize = on);
comment on table "stocks"."prices" is 'Daily prices of shares, in the currency of their exchange.';
comment on column "stocks"."prices"."adjusted_close" is 'Close less later splits and dividends; it changes with each of them.';
comment on column "stocks"."prices"."volume" is 'Shares that changed hands.';
comment on column "stocks"."prices"."_version" is 'Orders the versions of this row; the highest one stands here.';
