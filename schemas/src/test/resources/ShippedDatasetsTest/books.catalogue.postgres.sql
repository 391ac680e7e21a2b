create schema if not exists "books";
create table if not exists "books"."catalogue" (
  "book_id" bigint not null,
  "goodreads_book_id" bigint not null,
  "best_book_id" bigint,
  "work_id" bigint,
  "books_count" bigint,
  "isbn_published" text,
  "isbn13_published" text,
  "isbn_10" text,
  "isbn_13" text,
  "authors" text not null,
  "original_publication_year" bigint,
  "original_title" text,
  "title" text not null,
  "language_code" text,
  "average_rating" numeric(3,2),
  "ratings_count" bigint,
  "work_ratings_count" bigint,
  "work_text_reviews_count" bigint,
  "ratings_1" bigint not null,
  "ratings_2" bigint not null,
  "ratings_3" bigint not null,
  "ratings_4" bigint not null,
  "ratings_5" bigint not null,
  "image_url" text,
  "small_image_url" text,
  "_version" bigint not null,
  primary key ("book_id")
);
comment on table "books"."catalogue" is 'Books, how they are identified and how readers rated them.';
comment on column "books"."catalogue"."best_book_id" is 'The edition that most readers mean.';
comment on column "books"."catalogue"."work_id" is 'All editions of a work share it.';
comment on column "books"."catalogue"."books_count" is 'Editions of the work.';
comment on column "books"."catalogue"."isbn_published" is 'As published, often without its leading zeros.';
comment on column "books"."catalogue"."isbn13_published" is 'As published, often cut to 12 digits.';
comment on column "books"."catalogue"."isbn_10" is 'Repaired; null where the check digit shows that it cannot be.';
comment on column "books"."catalogue"."isbn_13" is 'Computed from isbn_10.';
comment on column "books"."catalogue"."authors" is 'Names between commas.';
comment on column "books"."catalogue"."original_publication_year" is 'Negative years are B.C.';
comment on column "books"."catalogue"."ratings_count" is 'Of this edition.';
comment on column "books"."catalogue"."work_ratings_count" is 'Of all editions.';
comment on column "books"."catalogue"."ratings_1" is 'Ratings with one star.';
comment on column "books"."catalogue"."_version" is 'Orders the versions of this row; the highest one stands here.';
