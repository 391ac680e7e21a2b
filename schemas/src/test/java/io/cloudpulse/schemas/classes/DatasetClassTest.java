package io.cloudpulse.schemas.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpulse.schemas.file.DatasetFile;
import java.math.BigDecimal;
import java.util.List;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldNumber;
import org.junit.jupiter.api.Test;

class DatasetClassTest {
  private static final String PURCHASES =
      """
      dataset: shop.purchases
      description: What was bought.
      fields:
        channel: {type: string, required: true, allowed: [WEB, STORE]}
        order_id: {type: string, required: true, description: The order it belongs to.}
        items: {type: int64, required: true}
        customer: {type: int64}
        total: {type: "decimal(12,2)", required: true}
        discount: {type: double}
        gift: {type: boolean, required: true}
        paid_at: {type: timestamp, required: true}
        due_on: {type: date}
        seen_at: {type: timestamp}
      key: [order_id]
      eventTime: paid_at
      version: eventTime
      clusterBy: [channel]
      layouts:
        - name: default
          format: jsonl
          aliases: {order_id: [orderId], paid_at: [paidAt], due_on: [dueOn], seen_at: [seenAt]}
      """;

  @Test
  void isTheDatasetOfTheEquivalentFile() {
    assertThat(DatasetClass.of(Purchase.class))
        .isEqualTo(DatasetFile.parse("purchases.yaml", PURCHASES));
  }

  @DefaultSchema(AutoValueSchema.class)
  @DatasetOf(name = "shop.baskets", key = "id")
  abstract static class WithoutThatField {
    @SchemaFieldNumber("0")
    public abstract String getName();
  }

  @Test
  void namesTheFieldsThereAre() {
    assertThatThrownBy(() -> DatasetClass.of(WithoutThatField.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("WithoutThatField key names id, but its fields are [name]");
  }

  @DefaultSchema(AutoValueSchema.class)
  @DatasetOf(name = "shop.baskets", key = "name", eventTime = "name")
  abstract static class WithoutATime {
    @SchemaFieldNumber("0")
    public abstract String getName();
  }

  @Test
  void takesOnlyATimeForTheEventTime() {
    assertThatThrownBy(() -> DatasetClass.of(WithoutATime.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "WithoutATime has eventTime name, which is string, but must be a date or a timestamp");
  }

  @DefaultSchema(AutoValueSchema.class)
  @DatasetOf(name = "shop.baskets", key = "total")
  abstract static class WithoutDigits {
    @SchemaFieldNumber("0")
    public abstract BigDecimal getTotal();
  }

  @Test
  void asksForTheDigitsOfADecimal() {
    assertThatThrownBy(() -> DatasetClass.of(WithoutDigits.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "WithoutDigits.getTotal must have its digits. For example: @Decimal(precision = 12,"
                + " scale = 2)");
  }

  @DefaultSchema(AutoValueSchema.class)
  @DatasetOf(name = "shop.baskets", key = "items")
  abstract static class WithAList {
    @SchemaFieldNumber("0")
    public abstract List<String> getItems();
  }

  @Test
  void refusesWhatNoColumnHolds() {
    assertThatThrownBy(() -> DatasetClass.of(WithAList.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "WithAList.getItems gives a List, but must give a String, an enum, a long, int, double,"
                + " boolean, BigDecimal, Instant or LocalDate");
  }

  @DefaultSchema(AutoValueSchema.class)
  @DatasetOf(name = "shop.baskets", key = "items")
  abstract static class WithoutNumbers {
    public abstract String getItems();
  }

  @Test
  void asksForTheOrderOfFields() {
    assertThatThrownBy(() -> DatasetClass.of(WithoutNumbers.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "WithoutNumbers.getItems must have @SchemaFieldNumber, since Java does not keep their"
                + " order");
  }
}
