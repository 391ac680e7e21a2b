package io.cloudpulse.transforms.likelihood;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeatureSchemaTest {
  private static final FeatureSchema FITTED = SomeModels.SCHEMA;

  @Test
  void fitsItself() {
    assertThat(FITTED.differences(FITTED)).isEmpty();
  }

  @Test
  void namesEveryDifferenceAtOnce() {
    FeatureSchema given =
        new FeatureSchema(
            "shop.events",
            List.of(Feature.number("pages"), Feature.log("seconds"), Feature.log("clicks")),
            Map.of("gap", "PT5M", "zone", "UTC"));

    assertThat(FITTED.differences(given))
        .containsExactly(
            "it was fitted for shop.visits, not for shop.events",
            "it wants weekend (FLAG), which is not there",
            "it does not know seconds (LOG), clicks (LOG)",
            "it wants pages (LOG), not pages (NUMBER)",
            "it was fitted with gap PT30M, not PT5M",
            "it was fitted with zone null, not UTC");
  }

  @Test
  void theOrderCounts() {
    FeatureSchema given =
        new FeatureSchema(
            FITTED.dataset(), List.of(Feature.flag("weekend"), Feature.log("pages")), Map.of());

    assertThat(FITTED.differences(given))
        .containsExactly(
            "it wants them in the order [pages, weekend], not [weekend, pages]",
            "it was fitted with gap PT30M, not null");
  }
}
