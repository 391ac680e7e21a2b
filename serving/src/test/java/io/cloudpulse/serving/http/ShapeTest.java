package io.cloudpulse.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShapeTest {
  @Test
  void requiresEveryFieldAndSaysWhichMayBeNull() {
    Shape point = Shape.object().with("at", Shape.time()).with("value", Shape.number());
    String schema =
        Shape.object()
            .with(Shape.orNull(Shape.whole()), "lag")
            .withList("points", point)
            .with("by_reason", Shape.map(Shape.whole()))
            .schema()
            .toString();

    assertThat(schema.replace('"', '\''))
        .isEqualTo(
            "{'type':'object','properties':{'lag':{'type':['integer','null']},"
                + "'points':{'type':'array','items':{'type':'object','properties':{"
                + "'at':{'type':'string','format':'date-time'},'value':{'type':'number'}},"
                + "'required':['at','value']}},"
                + "'by_reason':{'type':'object','additionalProperties':{'type':'integer'}}},"
                + "'required':['lag','points','by_reason']}");
  }
}
