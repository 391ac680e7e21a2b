package io.cloudpulse.serving.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AskedTest {
  private static final Parameter<Integer> LIMIT =
      Parameter.of("limit", "", Kinds.number(1, 10), "5");
  private static final Parameter<String> COUNTRY =
      Parameter.of("country", "", Kinds.text(8), "France").repeatable();
  private static final Parameter<String> NAME =
      Parameter.inPath("name", "", Kinds.text(8), "orders");
  private static final List<Parameter<?>> KNOWN = List.of(LIMIT, COUNTRY, NAME);

  private static Asked read(Map<String, List<String>> query, String name) {
    Said said = new Said(query, Map.of("name", name), Map.of(), Optional.empty());
    return Asked.read(KNOWN, Optional.empty(), said);
  }

  @Test
  void readsWhatIsSaid() {
    Asked asked =
        read(Map.of("limit", List.of("10"), "country", List.of("France", "Peru")), "orders");

    assertThat(asked.value(LIMIT)).contains(10);
    assertThat(asked.values(COUNTRY)).containsExactly("France", "Peru");
    assertThat(asked.path(NAME)).isEqualTo("orders");
  }

  @Test
  void saysNothingOfWhatIsNotSaid() {
    Asked asked = read(Map.of(), "orders");

    assertThat(asked.value(LIMIT)).isEmpty();
    assertThat(asked.values(COUNTRY)).isEmpty();
  }

  @Test
  void tellsEveryMistakeWithWhatIsAllowed() throws IOException {
    Problem problem =
        catchThrowableOfType(
            Problem.class,
            () ->
                read(
                    Map.of(
                        "limit", List.of("11"),
                        "country", List.of("a\0b", "Liechtenstein"),
                        "q", List.of("x".repeat(200))),
                    "customers"));

    JsonNode document = new ObjectMapper().readTree(problem.document("/api", "7"));
    assertThat(problem.status()).isEqualTo(400);
    assertThat(document.path("instance").asText()).isEqualTo("/api");
    assertThat(document.path("request").asText()).isEqualTo("7");
    assertThat(document.path("errors").findValuesAsText("parameter"))
        .containsExactly("country", "country", "limit", "name", "q");
    assertThat(document.path("errors").path(2).toString())
        .isEqualTo(
            "{\"parameter\":\"limit\",\"given\":\"11\","
                + "\"allowed\":\"a whole number from 1 to 10\",\"example\":\"5\"}");
    assertThat(document.path("errors").path(4).path("given").asText())
        .isEqualTo("x".repeat(100) + "...");
  }

  @Test
  void takesNothingTwiceThatIsSaidOnce() {
    Problem problem =
        catchThrowableOfType(
            Problem.class, () -> read(Map.of("limit", List.of("1", "2")), "orders"));

    assertThat(new String(problem.document("/api", "7"), java.nio.charset.StandardCharsets.UTF_8))
        .contains("\"given\":\"1, 2\",\"allowed\":\"said once\"");
  }

  @Test
  void wantsWhatIsRequired() {
    Parameter<String> text = Parameter.of("q", "", Kinds.text(8), "pulse").required();
    Said said = new Said(Map.of(), Map.of(), Map.of(), Optional.empty());

    Problem problem =
        catchThrowableOfType(
            Problem.class, () -> Asked.read(List.of(text), Optional.empty(), said));

    assertThat(new String(problem.document("/api", "7"), java.nio.charset.StandardCharsets.UTF_8))
        .contains("\"parameter\":\"q\",\"given\":\"nothing\"");
  }

  @Test
  void readsAHeaderWhereItIsOne() {
    Parameter<String> key = Parameter.inHeader("Idempotency-Key", "", Kinds.text(8), "a1");
    Said said = new Said(Map.of(), Map.of(), Map.of("Idempotency-Key", "b2"), Optional.empty());

    assertThat(Asked.read(List.of(key), Optional.empty(), said).value(key)).contains("b2");
  }
}
