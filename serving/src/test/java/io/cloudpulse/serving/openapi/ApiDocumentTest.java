package io.cloudpulse.serving.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.cloudpulse.serving.ShippedRoutes;
import io.cloudpulse.serving.http.Body;
import io.cloudpulse.serving.http.Kinds;
import io.cloudpulse.serving.http.Parameter;
import io.cloudpulse.serving.http.Property;
import io.cloudpulse.serving.http.Route;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiDocumentTest {
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);

  private static JsonNode document(List<Route> routes) throws IOException {
    return JSON.readTree(ApiDocument.of(routes));
  }

  @Test
  void isOpenApi() throws IOException {
    JsonNode document = document(ShippedRoutes.all());

    try (InputStream file = getClass().getResourceAsStream("/openapi-3.1/schema.json")) {
      JsonSchema openApi = SCHEMAS.getSchema(file);
      assertThat(openApi.validate(document)).isEmpty();
      JsonNode unused = ((ObjectNode) document.path("info")).remove("title");
      assertThat(openApi.validate(document)).as("it can tell").hasSize(1);
    }
  }

  @Test
  void holdsSchemasAlone() throws IOException {
    JsonNode document = document(ShippedRoutes.all());
    JsonSchema schemas = SCHEMAS.getSchema(SchemaLocation.of(DIALECT));

    List<JsonNode> found = new ArrayList<>();
    document.findValues("schema").forEach(found::add);
    document.path("components").path("schemas").forEach(found::add);

    assertThat(found).hasSizeGreaterThan(1_000);
    assertThat(found).allSatisfy(schema -> assertThat(schemas.validate(schema)).isEmpty());
  }

  /** What pages have in common is said once. */
  @Test
  void isOfASizeThatABrowserTakes() throws IOException {
    JsonNode document = document(ShippedRoutes.all());

    assertThat(document.toString().length()).isLessThan(450_000);
    for (JsonNode reference : document.findValues("$ref")) {
      String at = reference.asText().substring(1);
      assertThat(document.at(at).isMissingNode()).as(at).isFalse();
    }
  }

  @Test
  void saysWhatARouteDeclares() throws IOException {
    Route route =
        Route.put("things", "/things/{id}", "Changes a thing")
            .with(
                Parameter.inPath("id", "Which.", Kinds.text(5), "a1"),
                Parameter.inHeader("Idempotency-Key", "Once.", Kinds.text(5), "k1"))
            .takes(Body.of(new Property("name", "", Kinds.text(5), TextNode.valueOf("Ada"), true)))
            .ends(Map.of(202, "It is written"));

    JsonNode document = document(List.of(route));

    JsonNode operation = document.at("/paths/~1things~1{id}/put");
    assertThat(operation.path("operationId").asText()).isEqualTo("put_things_id");
    assertThat(operation.path("security").toString()).isEqualTo("[{\"token\":[]}]");
    assertThat(operation.path("parameters").toString())
        .isEqualTo(
            "[{\"name\":\"id\",\"in\":\"path\",\"required\":true,\"description\":\"Which.\","
                + "\"example\":\"a1\",\"schema\":{\"type\":\"string\",\"maxLength\":5}},"
                + "{\"name\":\"Idempotency-Key\",\"in\":\"header\",\"description\":\"Once.\","
                + "\"example\":\"k1\",\"schema\":{\"type\":\"string\",\"maxLength\":5}}]");
    assertThat(operation.at("/requestBody/content/application~1json/example").toString())
        .isEqualTo("{\"name\":\"Ada\"}");
    assertThat(operation.path("responses").fieldNames())
        .toIterable()
        .containsExactly(
            "202", "400", "401", "403", "404", "409", "413", "415", "422", "414", "429", "503");
  }
}
