package io.cloudpulse.transforms.activity;

import static io.cloudpulse.transforms.activity.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.transforms.likelihood.FeatureSchema;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SessionFeaturesTest {
  @Test
  void ofASessionThatLooksAround() {
    SessionFacts facts =
        SessionFactsTest.facts(
            List.of(
                event(1, "12:00:00", "view", "10.00", 1L),
                event(1, "12:00:30", "view", "30.00", 2L),
                event(1, "12:01:00", "cart", "30.00", 2L),
                event(1, "12:02:00", "view", "10.00", 1L)));

    assertThat(named(SessionFeatures.of(facts)))
        .containsExactly(
            Map.entry("events", 1.6094379124341003), // ln 5
            Map.entry("views", 1.3862943611198906), // ln 4
            Map.entry("carts", 0.6931471805599453), // ln 2
            Map.entry("purchases", 0.0),
            Map.entry("products", 1.0986122886681096), // ln 3, as StrictMath has it
            Map.entry("views_again", 0.6931471805599453),
            Map.entry("seconds", 4.795790545596741), // ln 121
            Map.entry("seconds_per_event", 3.4339872044851463), // ln 31
            Map.entry("mean_price", 3.044522437723423), // ln 21
            Map.entry("highest_price", 3.4339872044851463),
            Map.entry("cart_value", 3.4339872044851463),
            Map.entry("seconds_since_cart", 4.110873864173311), // ln 61
            Map.entry("seconds_since_purchase", 0.0),
            Map.entry("cart_share", 0.25),
            Map.entry("has_purchase", 0.0),
            Map.entry("ends_with_cart", 0.0),
            Map.entry("ends_with_purchase", 0.0),
            Map.entry("hour", 12.0),
            Map.entry("weekend", 0.0));
  }

  @Test
  void ofABuyerOnASaturday() {
    SessionFacts facts =
        SessionFactsTest.facts(
            List.of(
                event(1, "2026-11-21T23:59:59Z", "cart", null),
                event(1, "2026-11-21T23:59:59Z", "purchase", null)));

    assertThat(named(SessionFeatures.of(facts)))
        .containsEntry("views", 0.0)
        .containsEntry("products", 0.0)
        .containsEntry("views_again", 0.0)
        .containsEntry("seconds_per_event", 0.0)
        .containsEntry("mean_price", 0.0)
        .containsEntry("cart_share", 0.5)
        .containsEntry("has_purchase", 1.0)
        .containsEntry("ends_with_cart", 1.0)
        .containsEntry("ends_with_purchase", 1.0)
        .containsEntry("hour", 23.0)
        .containsEntry("weekend", 1.0);
  }

  @Test
  void ofAVisit() {
    Object[] visit = visit();

    assertThat(named(VisitFeatures.schema(), new VisitFeatures().of(visit)).toString())
        .isEqualTo(
            "{administrative=0.6931471805599453, administrative_duration=0.0, informational=0.0,"
                + " informational_duration=0.0, product_related=1.3862943611198906,"
                + " product_related_duration=4.795790545596741, bounce_rate=0.02, exit_rate=0.05,"
                + " page_value=0.0, special_day=0.4, month=6.0, operating_system=2.0, browser=4.0,"
                + " region=1.0, traffic_type=9.0, new_visitor=1.0, returning_visitor=0.0,"
                + " weekend=1.0, seconds_per_page=3.4339872044851463,"
                + " seconds_per_product=3.713572066704308}");
    assertThat(new VisitFeatures().bought(visit)).isFalse();
  }

  /** 120 s of 1 page of one kind and 3 of products. */
  private static Object[] visit() {
    List<Object> values =
        List.of(1L, 0.0, 0L, 0.0, 3L, 120.0, 0.02, 0.05, 0.0, 0.4, "Jun", 2L, 4L, 1L, 9L);
    return Stream.concat(values.stream(), Stream.of("New_Visitor", true, false, "shop.csv", 7L))
        .toArray();
  }

  private static Map<String, Double> named(double[] values) {
    return named(SessionFeatures.schema(Duration.ofMinutes(30)), values);
  }

  private static Map<String, Double> named(FeatureSchema schema, double[] values) {
    assertThat(values).hasSize(schema.features().size());
    Map<String, Double> named = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      named.put(schema.features().get(i).name(), values[i]);
    }
    return named;
  }
}
