package io.cloudpulse.pipelines.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.schemas.Key;
import io.cloudpulse.schemas.Layout;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JsonFormatTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final Layout NESTED =
      Layout.builder()
          .format(Layout.Format.JSONL)
          .aliases(
              Map.of(
                  "name", List.of("user.name"),
                  "note", List.of("user.says.note"),
                  "amount", List.of("payment.amount")))
          .build();

  @Test
  void putsDottedAliasesIntoObjects() {
    Generated file = Generated.clean(Samples.orders(NESTED), 1);

    assertThat(file.lines().get(0))
        .matches(
            "\\{\"id\":1,\"user\":\\{\"name\":\".*\",\"says\":\\{\"note\":.*}},\"tier\":\".*\","
                + "\"payment\":\\{\"amount\":.*},\"placed\":\".*\",\"day\":.*,\"active\":.*}");
  }

  @Test
  void holdsExactlyWhatItSays() {
    Generated file = Generated.dirty(Samples.orders(NESTED), 5_000);

    Map<String, Long> counted = new TreeMap<>();
    file.lines().forEach(line -> counted.merge(verdict(line), 1L, Long::sum));
    assertThat(counted.remove(NaiveReader.GOOD)).isEqualTo(file.expected().good());
    assertThat(counted)
        .isEqualTo(file.expected().refused())
        .containsOnlyKeys("encoding", "malformed", "missing", "type", "range", "not-allowed");
  }

  @Test
  void numbersDocumentsWhereTheyTellRowsApart() {
    Dataset events =
        Dataset.builder()
            .name("test.events")
            .layouts(List.of(NESTED))
            .fields(List.of(Field.of("payload", FieldType.JSON)))
            .key(Key.content())
            .build();

    Generated file = Generated.clean(events, 2);

    assertThat(file.lines())
        .containsExactly("{\"payload\":\"document-0\"}", "{\"payload\":\"document-1\"}");
  }

  private static String verdict(String latin) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(latin.getBytes(StandardCharsets.ISO_8859_1));
      JsonNode json = JSON.readTree(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
      return NaiveReader.verdict(values(json));
    } catch (CharacterCodingException notText) {
      return "encoding";
    } catch (JsonProcessingException notJson) {
      return "malformed";
    }
  }

  private static List<String> values(JsonNode json) {
    List<String> values = new ArrayList<>();
    List.of("/id", "/user/name", "/tier", "/payment/amount", "/placed", "/day", "/active")
        .forEach(path -> values.add(json.at(path).isNull() ? "" : decimal(json.at(path))));
    values.add(json.at("/user/says/note").asText());
    return values;
  }

  /** Jackson reads 12.50 as 12.5. */
  private static String decimal(JsonNode value) {
    return value.isDouble() ? value.decimalValue().setScale(2).toString() : value.asText();
  }
}
