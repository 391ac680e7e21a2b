create schema if not exists `harbour`;
create table if not exists `harbour`.`ledger_lines` (
  `_source` STRING not null options (description = "Name of the file the record came from."),
  `_record` INT64 not null options (description = "Number of the record in its source, from 1."),
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
  primary key (`_source`, `_record`) not enforced
)
cluster by `_source`, `_record`;
