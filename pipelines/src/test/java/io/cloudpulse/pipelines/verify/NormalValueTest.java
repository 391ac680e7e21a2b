package io.cloudpulse.pipelines.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.schemas.FieldType.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NormalValueTest {
  @Test
  void takesDecimalsByValue() {
    assertThat(NormalValue.of(Kind.DECIMAL, new BigDecimal("12.50")))
        .isEqualTo(NormalValue.of(Kind.DECIMAL, new BigDecimal("12.5")))
        .isNotEqualTo(NormalValue.of(Kind.DECIMAL, new BigDecimal("12.51")));
  }

  @Test
  void keepsADecimalThatJavaDoesNotKnowAsText() {
    assertThat(NormalValue.of(Kind.DECIMAL, "NaN")).isEqualTo("NaN");
  }

  @Test
  void takesTimestampsToTheMicrosecond() {
    assertThat(NormalValue.of(Kind.TIMESTAMP, Instant.parse("2024-01-01T00:00:00.123456789Z")))
        .isEqualTo(Instant.parse("2024-01-01T00:00:00.123456Z"));
  }

  @Test
  void tellsMinusZeroFromZero() {
    assertThat(NormalValue.of(Kind.DOUBLE, -0.0)).isNotEqualTo(NormalValue.of(Kind.DOUBLE, 0.0));
    assertThat(NormalValue.of(Kind.DOUBLE, Double.NaN)).isEqualTo(Double.NaN);
  }

  @Test
  void takesJsonAsJsonbDoes() {
    assertThat(NormalJson.of("{\"b\": [1.0, null], \"a\": 1, \"a\": 2.50}"))
        .isEqualTo(NormalJson.of("{\"a\":2.5,\"b\":[1,null]}"))
        .isNotEqualTo(NormalJson.of("{\"a\":2.5,\"b\":[null,1]}"));
    assertThat(NormalJson.of("1e2")).isEqualTo(NormalJson.of("100"));
    assertThat(NormalJson.of("\"\\u0041\"")).isEqualTo(NormalJson.of("\"A\""));
    assertThat(NormalJson.of("9007199254740993")).isNotEqualTo(NormalJson.of("9007199254740992"));
  }
}
