package io.cloudpulse.transforms.activity;

import static io.cloudpulse.transforms.likelihood.Feature.flag;
import static io.cloudpulse.transforms.likelihood.Feature.log;
import static io.cloudpulse.transforms.likelihood.Feature.number;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.file.Datasets;
import io.cloudpulse.transforms.likelihood.Feature;
import io.cloudpulse.transforms.likelihood.FeatureSchema;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** What a model is given of a whole visit, a record of {@code activity.sessions}. */
public final class VisitFeatures implements Serializable {
  private static final long serialVersionUID = 1;

  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private static final List<Feature> ALL =
      List.of(
          log("administrative"),
          log("administrative_duration"),
          log("informational"),
          log("informational_duration"),
          log("product_related"),
          log("product_related_duration"),
          number("bounce_rate"),
          number("exit_rate"),
          log("page_value"),
          number("special_day"),
          number("month"),
          number("operating_system"),
          number("browser"),
          number("region"),
          number("traffic_type"),
          flag("new_visitor"),
          flag("returning_visitor"),
          flag("weekend"),
          log("seconds_per_page"),
          log("seconds_per_product"));

  private final Dataset visits = Datasets.named("activity.sessions");

  public static FeatureSchema schema() {
    return new FeatureSchema("activity.sessions", ALL, Map.of());
  }

  /** In the order of the schema. */
  public double[] of(Object[] values) {
    double[] features = new double[ALL.size()];
    for (int i = 0; i < features.length; i++) {
      double value = value(ALL.get(i).name(), values);
      features[i] = ALL.get(i).kind() == Feature.Kind.LOG ? StrictMath.log1p(value) : value;
    }
    return features;
  }

  /** Whether the visit ended with a purchase. */
  public boolean bought(Object[] values) {
    return (Boolean) values[visits.indexOf("revenue")];
  }

  private double value(String feature, Object[] values) {
    return switch (feature) {
      case "month" -> MONTHS.indexOf(values[visits.indexOf("month")]) + 1;
      case "new_visitor" -> bit("New_Visitor".equals(values[visits.indexOf("visitor_type")]));
      case "returning_visitor" ->
          bit("Returning_Visitor".equals(values[visits.indexOf("visitor_type")]));
      case "weekend" -> bit((Boolean) values[visits.indexOf("weekend")]);
      case "seconds_per_page" -> seconds(values) / Math.max(1, pages(values));
      case "seconds_per_product" ->
          plain("product_related_duration", values) / Math.max(1, plain("product_related", values));
      default -> plain(feature, values);
    };
  }

  private double pages(Object[] values) {
    return plain("administrative", values)
        + plain("informational", values)
        + plain("product_related", values);
  }

  private double seconds(Object[] values) {
    return plain("administrative_duration", values)
        + plain("informational_duration", values)
        + plain("product_related_duration", values);
  }

  private double plain(String field, Object[] values) {
    return ((Number) values[visits.indexOf(field)]).doubleValue();
  }

  private static double bit(boolean holds) {
    return holds ? 1 : 0;
  }
}
