create schema if not exists "books";
create table if not exists "books"."isbn" (
  "isbn" text not null,
  "isbn_13" text not null,
  "seen_at" timestamp with time zone not null,
  "known" boolean,
  "title" text,
  "authors" text,
  "average_rating" numeric(3,2),
  "_version" bigint not null,
  primary key ("isbn_13")
);
create index if not exists "isbn_by_seen_at" on "books"."isbn" using brin ("seen_at") with (autosummarize = on);
comment on table "books"."isbn" is 'Book numbers as somebody saw them, with what the catalogue knows of the book. The newest sighting of a number stands.';
comment on column "books"."isbn"."isbn" is 'As it was seen, with hyphens or without.';
comment on column "books"."isbn"."isbn_13" is 'Computed from isbn.';
comment on column "books"."isbn"."known" is 'Whether the catalogue had the book when it was looked up.';
comment on column "books"."isbn"."authors" is 'Names between commas.';
comment on column "books"."isbn"."_version" is 'Orders the versions of this row; the highest one stands here.';
