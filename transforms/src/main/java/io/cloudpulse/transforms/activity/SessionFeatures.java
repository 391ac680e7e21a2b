package io.cloudpulse.transforms.activity;

import static io.cloudpulse.transforms.likelihood.Feature.flag;
import static io.cloudpulse.transforms.likelihood.Feature.log;
import static io.cloudpulse.transforms.likelihood.Feature.number;

import io.cloudpulse.transforms.likelihood.Feature;
import io.cloudpulse.transforms.likelihood.FeatureSchema;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * What a model is given of a session so far: the one place in which a session's facts become
 * numbers, for training and for scoring. Logarithms are of {@link StrictMath}, which gives the same
 * bits on every machine.
 */
public final class SessionFeatures {
  private static final List<Feature> ALL =
      List.of(
          log("events"),
          log("views"),
          log("carts"),
          log("purchases"),
          log("products"),
          log("views_again"),
          log("seconds"),
          log("seconds_per_event"),
          log("mean_price"),
          log("highest_price"),
          log("cart_value"),
          log("seconds_since_cart"),
          log("seconds_since_purchase"),
          number("cart_share"),
          flag("has_purchase"),
          flag("ends_with_cart"),
          flag("ends_with_purchase"),
          number("hour"),
          flag("weekend"));

  private SessionFeatures() {}

  /** Which they are, if a user silent for so long ends a session. */
  public static FeatureSchema schema(Duration sessionGap) {
    return new FeatureSchema("activity.events", ALL, Map.of("sessionGap", sessionGap.toString()));
  }

  /** In the order of the schema. */
  static double[] of(SessionFacts facts) {
    OffsetDateTime last = facts.last().atOffset(ZoneOffset.UTC);
    return new double[] {
      ln(facts.events()),
      ln(facts.views()),
      ln(facts.carts()),
      ln(facts.purchases()),
      ln(facts.products().size()),
      ln(Math.max(0, facts.views() - facts.products().size())),
      ln(facts.seconds()),
      ln(facts.seconds() / facts.events()),
      ln(dollars(facts.cents()) / Math.max(1, facts.priced())),
      ln(dollars(facts.mostCents())),
      ln(dollars(facts.cartCents())),
      ln(since(facts.lastCartMicros(), facts)),
      ln(since(facts.lastPurchaseMicros(), facts)),
      facts.carts() / (double) facts.events(),
      bit(facts.purchases() > 0),
      bit(facts.lastCartMicros() == facts.lastMicros()),
      bit(facts.lastPurchaseMicros() == facts.lastMicros()),
      last.getHour(),
      bit(last.getDayOfWeek() == DayOfWeek.SATURDAY || last.getDayOfWeek() == DayOfWeek.SUNDAY)
    };
  }

  /** Nothing that ever was is as long ago as something that is just now: flags tell them apart. */
  private static double since(long micros, SessionFacts facts) {
    return micros == SessionFacts.NEVER ? 0 : (facts.lastMicros() - micros) / 1e6;
  }

  private static double dollars(long cents) {
    return cents / 100.0;
  }

  private static double ln(long count) {
    return ln((double) count);
  }

  private static double ln(double value) {
    return StrictMath.log1p(value);
  }

  private static double bit(boolean holds) {
    return holds ? 1 : 0;
  }
}
