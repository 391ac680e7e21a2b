create schema if not exists `harbour`;
create table if not exists `harbour`.`sightings` (
  `_content` STRING not null options (description = "Hash of all fields: equal records are one row."),
  `ship` STRING options (description = "The ship's name."),
  `arrived_at` TIMESTAMP,
  `port` STRING not null,
  `crew` INT64,
  `draught` FLOAT64 options (description = "Metres."),
  `dues` NUMERIC(12, 2),
  `cargo_value` BIGNUMERIC(38, 20),
  `piloted` BOOL,
  `built_on` DATE,
  `manifest` JSON,
  `order` STRING,
  `_version` INT64 not null options (description = "Orders the versions of this row; the highest one stands here."),
  primary key (`_content`) not enforced
)
partition by date_trunc(`built_on`, MONTH)
cluster by `_content`;
