package io.cloudpulse.serving.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.schemas.file.Datasets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowOrderTest {
  private static final RowTable DETAILS = RowTable.of(Datasets.named("northwind.order_details"));
  private static final List<String> KEY = List.of("10248", "11");

  @Test
  void isByKeyWhereNothingElseIsSaid() {
    RowOrder order = new RowOrder(DETAILS, "");

    assertThat(order.clause()).isEqualTo(" order by t.\"order_id\", t.\"product_id\"");
    assertThat(after(order, new Cursor("", null, KEY)))
        .isEqualTo(
            " where ((t.\"order_id\", t.\"product_id\") > (cast(:v0 as bigint), cast(:v1 as"
                + " bigint)))");
  }

  @Test
  void putsRowsWithoutAValueLast() {
    RowOrder order = new RowOrder(DETAILS, "-discount");

    assertThat(order.clause())
        .isEqualTo(" order by t.\"discount\" desc nulls last, t.\"order_id\", t.\"product_id\"");
    assertThat(after(order, new Cursor("-discount", "0.05", KEY)))
        .endsWith("or t.\"discount\" is null)")
        .contains("t.\"discount\" < cast(:v2 as numeric)");
    assertThat(after(order, new Cursor("-discount", null, KEY)))
        .startsWith(" where (t.\"discount\" is null and (t.\"order_id\"");
  }

  @Test
  void bindsWhatACursorSays() {
    Conditions conditions = new Conditions();
    new RowOrder(DETAILS, "").after(new Cursor("", null, List.of("1", "') or (true")), conditions);

    assertThat(conditions.clause()).doesNotContain("true");
    assertThat(conditions.bindings()).containsValues("1", "') or (true");
  }

  private static String after(RowOrder order, Cursor cursor) {
    Conditions conditions = new Conditions();
    order.after(cursor, conditions);
    return conditions.clause();
  }
}
