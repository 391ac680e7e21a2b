package io.cloudpulse.serving.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {
  private static final Body BODY =
      Body.of(
          new Property("name", "Whose.", Kinds.text(5), TextNode.valueOf("Ada"), true),
          new Property("weight", "", Kinds.number(20, 600), IntNode.valueOf(180), false),
          new Property("bats", "", Kinds.oneOf(List.of("L", "R")), TextNode.valueOf("L"), false));

  private final List<Mistake> mistakes = new ArrayList<>();

  private String read(String json) {
    return BODY.read(json.getBytes(StandardCharsets.UTF_8), mistakes).toString();
  }

  @Test
  void readsWhatItSaysAndLeavesOutWhatIsNull() {
    assertThat(read("{\"weight\": 1.8e2, \"bats\": null, \"name\": \"José\"}"))
        .isEqualTo("{\"weight\":180,\"name\":\"José\"}");
    assertThat(mistakes).isEmpty();
  }

  @Test
  void tellsEveryMistake() {
    String unused = read("{\"weight\": 7, \"bats\": \"X\", \"height\": 70}");

    assertThat(mistakes)
        .containsExactly(
            Mistake.inBody("weight", "7", "a whole number from 20 to 600", "180"),
            Mistake.inBody("bats", "\"X\"", "one of L, R", "\"L\""),
            Mistake.inBody("height", "70", "no field: there are name, weight, bats", "name"),
            Mistake.inBody(
                "name", "nothing", "a text of at most 5 characters, without U+0000", "\"Ada\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "weight | \"180\"",
        "weight | 180.5",
        "weight | true",
        "weight | 1e999999999",
        "weight | -1e-999999999",
        "weight | 99999999999999999999",
        "name | null",
        "name | 7",
        "name | [\"Ada\"]",
        "name | {\"of\": 1}",
        "bats | \"\"",
      })
  void takesNothingOfAnotherType(String field, String value) {
    String other = field.equals("name") ? "" : "\"name\": \"Ada\", ";
    String unused = read("{%s\"%s\": %s}".formatted(other, field, value));

    assertThat(mistakes).extracting(Mistake::field).containsExactly(field);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "7",
        "null",
        "{\"name\": \"Ada\"",
        "{\"name\": \"Ada\"} {}",
        "{\"name\": \"Ada\", \"name\": \"Eve\"}",
        "{name: 'Ada'}",
        "\u0000"
      })
  void takesNothingButOneObject(String json) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(
            "Like this it is right: {\"name\":\"Ada\",\"weight\":180,\"bats\":\"L\"}");
  }

  @Test
  void takesNoOtherEncoding() {
    assertThatThrownBy(() -> BODY.read(new byte[] {'{', '"', (byte) 0xff, '"', '}'}, mistakes))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("It is no JSON");
  }

  @Test
  void isDescribedAsItIsChecked() {
    assertThat(BODY.schema().toString())
        .isEqualTo(
            "{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{"
                + "\"name\":{\"type\":\"string\",\"maxLength\":5,\"description\":\"Whose.\"},"
                + "\"weight\":{\"type\":[\"integer\",\"null\"],\"minimum\":20,\"maximum\":600},"
                + "\"bats\":{\"type\":[\"string\",\"null\"],\"enum\":[\"L\",\"R\",null]}},"
                + "\"required\":[\"name\"]}");
  }
}
