package io.cloudpulse.transforms.bigquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BigQueryAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "bigquery://my-project/shop",
        "bigquery://my-project",
        "bigquery://example.com:my-project/shop_2",
        "bigquery://test/d?rest=http://127.0.0.1:9050&grpc=http://127.0.0.1:9060",
        "bigquery://p1/d?rest=https://bq.example.com&grpc=https://bqs.example.com:443"
      })
  void saysItselfAgain(String text) {
    assertThat(BigQueryAddress.parse(text)).hasToString(text);
  }

  @Test
  void namesTheDatasetAfterTheFamilyUnlessToldOtherwise() {
    assertThat(BigQueryAddress.parse("bigquery://p1").table(Samples.DATASET))
        .hasToString("p1.tests.things");
    assertThat(BigQueryAddress.parse("bigquery://p1/shop/").table(Samples.DATASET))
        .hasToString("p1.shop.things");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "bq://p/d~it must start with bigquery://",
        "bigquery://My_Project/d~\"My_Project\" is no project's id: small letters, digits and"
            + " hyphens",
        "bigquery://p/my-data~\"my-data\" is no BigQuery dataset: letters, digits and _",
        "bigquery://p/d/t~the table is named after the dataset that is moved, and not given",
        "bigquery://p/d?key=x~\"key\" is unknown; there are rest, grpc",
        "bigquery://p/d?rest=host:9050&grpc=http://h:1~rest must be http://host:port or"
            + " https://host:port",
        "bigquery://p/d?rest=http://h:1~rest and grpc need each other, as in"
            + " ?rest=http://127.0.0.1:9050&grpc=http://127.0.0.1:9060",
        "bigquery://p/d?rest=http://h:1&grpc=https://h:2~rest and grpc must both be http:// (no"
            + " credentials) or both https://"
      })
  void refusesAndSaysWhy(String text, String why) {
    assertThatThrownBy(() -> BigQueryAddress.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "a BigQuery address must look like bigquery://my-project/my_dataset, but:")
        .hasMessageContaining("\n  - " + why);
  }
}
