create schema if not exists "cars";
create table if not exists "cars"."models" (
  "car_id" bigint not null,
  "car_name" text not null,
  "make" text,
  "model" text,
  "fuel_type" text,
  "aspiration" text,
  "body" text,
  "drive_wheel" text,
  "engine_location" text,
  "wheelbase" double precision,
  "length" double precision,
  "width" double precision,
  "height" double precision,
  "curb_weight" bigint,
  "engine_type" text,
  "cylinder_number" text not null,
  "cylinders" bigint,
  "engine_size" bigint,
  "fuel_system" text,
  "bore_ratio" double precision,
  "stroke" double precision,
  "compression_ratio" double precision,
  "horsepower" bigint,
  "peak_rpm" bigint,
  "city_mpg" bigint,
  "highway_mpg" bigint,
  "price" numeric(12,3),
  "_version" bigint not null,
  primary key ("car_id")
);
comment on table "cars"."models" is 'Car models with their measures and price.';
comment on column "cars"."models"."car_name" is 'Make and model.';
comment on column "cars"."models"."model" is 'Null where only the make was published.';
comment on column "cars"."models"."wheelbase" is 'Inches.';
comment on column "cars"."models"."length" is 'Inches.';
comment on column "cars"."models"."width" is 'Inches.';
comment on column "cars"."models"."height" is 'Inches.';
comment on column "cars"."models"."curb_weight" is 'Pounds.';
comment on column "cars"."models"."cylinder_number" is 'A word.';
comment on column "cars"."models"."engine_size" is 'Cubic inches.';
comment on column "cars"."models"."city_mpg" is 'Miles to the US gallon.';
comment on column "cars"."models"."highway_mpg" is 'Miles to the US gallon.';
comment on column "cars"."models"."price" is 'US dollars.';
comment on column "cars"."models"."_version" is 'Orders the versions of this row; the highest one stands here.';
