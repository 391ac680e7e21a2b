create schema if not exists "salaries";
create table if not exists "salaries"."jobs" (
  "_source" text not null,
  "_record" bigint not null,
  "work_year" bigint not null,
  "experience_level" text not null,
  "employment_type" text not null,
  "job_title" text not null,
  "salary" bigint not null,
  "salary_currency" text not null,
  "salary_in_usd" bigint not null,
  "employee_residence" text,
  "remote_ratio" bigint,
  "company_location" text,
  "company_size" text,
  "id" text,
  "_version" bigint not null,
  primary key ("_source", "_record")
);
comment on table "salaries"."jobs" is 'What people in data jobs said they earn.';
comment on column "salaries"."jobs"."_source" is 'Name of the file the record came from.';
comment on column "salaries"."jobs"."_record" is 'Number of the record in its source, from 1.';
comment on column "salaries"."jobs"."experience_level" is 'Entry, middle, senior, executive.';
comment on column "salaries"."jobs"."employment_type" is 'Full time, part time, contract, freelance.';
comment on column "salaries"."jobs"."salary" is 'A year, before tax, in salary_currency.';
comment on column "salaries"."jobs"."salary_currency" is 'ISO 4217.';
comment on column "salaries"."jobs"."employee_residence" is 'ISO 3166.';
comment on column "salaries"."jobs"."remote_ratio" is 'Per cent of the work done from elsewhere.';
comment on column "salaries"."jobs"."company_location" is 'ISO 3166.';
comment on column "salaries"."jobs"."id" is 'Number that one publisher gave the row.';
comment on column "salaries"."jobs"."_version" is 'Orders the versions of this row; the highest one stands here.';
