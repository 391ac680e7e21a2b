create schema if not exists `harbour`;
create table if not exists `harbour`.`arrivals` (
  `ship` STRING not null options (description = "The ship's name."),
  `arrived_at` TIMESTAMP not null,
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
  primary key (`ship`, `arrived_at`) not enforced
)
partition by timestamp_trunc(`arrived_at`, DAY)
cluster by `port`, `ship`
options (description = "Ships as they come in; the pilot's \"book\".");
