package io.cloudpulse.pipelines.demo;

import java.util.List;

/** Something to ask the loaded tables. */
record Question(String heading, String sql) {
  static final List<Question> ALL =
      List.of(
          new Question(
              "Revenue by product, the five best",
              """
              select product_id, count(*) lines,
                round(sum(unit_price * quantity * (1 - discount)), 2) revenue
              from northwind.order_details group by 1 order by revenue desc limit 5\
              """),
          new Question(
              "Orders by country",
              """
              select ship_country, count(*) orders, count(shipped_date) shipped,
                round(sum(freight), 2) freight
              from northwind.orders where ship_country is not null
              group by 1 order by orders desc limit 5\
              """),
          new Question(
              "Won and lost, by stage",
              """
              select deal_stage, count(*) deals, round(sum(close_value), 2) as value
              from crm.sales_pipeline group by 1 order by deals desc\
              """),
          new Question(
              "Events by action",
              """
              select action, count(*) events, count(distinct user_id) users
              from activity.events group by 1 order by events desc limit 5\
              """),
          new Question(
              "Refused records by reason",
              """
              select dataset, count(*) refused,
                string_agg(distinct reason, ', ' order by reason) reasons
              from pulse.dead_letters where status = 'open' group by 1 order by 1\
              """));
}
