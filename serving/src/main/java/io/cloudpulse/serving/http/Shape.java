package io.cloudpulse.serving.http;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What an answer looks like, as a JSON schema: an object whose fields are always there. */
public final class Shape {
  private final ObjectNode schema = Kinds.schema("object");
  private final ObjectNode properties = schema.putObject("properties");

  private Shape() {}

  /** One without fields yet. */
  public static Shape object() {
    return new Shape();
  }

  /** With a field. */
  public Shape with(String name, ObjectNode of) {
    properties.set(name, of);
    schema.withArray("required").add(name);
    return this;
  }

  /** With fields of one kind. */
  public Shape with(ObjectNode of, String... names) {
    for (String name : names) {
      with(name, of.deepCopy());
    }
    return this;
  }

  /** With a field that holds a list. */
  public Shape withList(String name, Shape of) {
    return with(name, list(of.schema()));
  }

  public ObjectNode schema() {
    return schema;
  }

  public static ObjectNode text() {
    return Kinds.schema("string");
  }

  /** A moment in UTC. */
  public static ObjectNode time() {
    return text().put("format", "date-time");
  }

  public static ObjectNode date() {
    return text().put("format", "date");
  }

  public static ObjectNode whole() {
    return Kinds.schema("integer");
  }

  public static ObjectNode number() {
    return Kinds.schema("number");
  }

  public static ObjectNode truth() {
    return Kinds.schema("boolean");
  }

  public static ObjectNode list(ObjectNode of) {
    ObjectNode list = Kinds.schema("array");
    list.set("items", of);
    return list;
  }

  /** The same, or null. */
  public static ObjectNode orNull(ObjectNode of) {
    String type = of.path("type").asText();
    of.putArray("type").add(type).add("null");
    return of;
  }

  /** Any fields, each of one kind. */
  public static ObjectNode map(ObjectNode of) {
    ObjectNode map = Kinds.schema("object");
    map.set("additionalProperties", of);
    return map;
  }
}
