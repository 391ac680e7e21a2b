-- What must be in stocks.signals, as PostgreSQL computes it of stocks.prices. Right for shares that
-- never pause for so long that a look-back of 371 days ends before their 200 trading days.
with day as (
  select symbol, date, close, volume, high, low,
    lag(close) over share as before,
    min(date) over share as first,
    count(*) over share as days
  from stocks.prices
  window share as (partition by symbol order by date)
), returns as (
  select *, round(close / before - 1, 8) as simple_return, round(ln(close / before), 8) as log_return
  from day
), expected as (
  select symbol, date, close, simple_return, log_return,
    case when days >= 5 then round(avg(close) over (share rows 4 preceding), 6) end as average_5,
    case when days >= 20 then round(avg(close) over (share rows 19 preceding), 6) end as average_20,
    case when days >= 50 then round(avg(close) over (share rows 49 preceding), 6) end as average_50,
    case when days >= 200 then round(avg(close) over (share rows 199 preceding), 6) end as average_200,
    case when days >= 21
      then round(stddev_samp(log_return) over (share rows 19 preceding) * sqrt(252::numeric), 6)
    end as volatility_20,
    case when first <= date - 364
      then max(high) over (share range interval '363 days' preceding) end as high_52_weeks,
    case when first <= date - 364
      then min(low) over (share range interval '363 days' preceding) end as low_52_weeks,
    case when count(volume) over (share rows 20 preceding) = 21
      then round(volume / avg(volume) over (share rows between 20 preceding and 1 preceding), 6)
    end as relative_volume_20
  from returns
  window share as (partition by symbol order by date)
)
