package io.cloudpulse.tests.dataflow;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The part of Cloud Storage's JSON API that a launch speaks: list, look at, read, upload. */
final class CloudStorage {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, ByteString> objects = new ConcurrentSkipListMap<>();
  private final Map<String, String> uploads = new ConcurrentHashMap<>();

  /** What there is, by {@code bucket/object}. */
  Map<String, ByteString> objects() {
    return new TreeMap<>(objects);
  }

  void put(String name, ByteString content) {
    objects.put(name, content);
  }

  /** Answers, or gives null if it is asked something else. */
  Answer answer(Call call) throws Exception {
    String[] path = call.path().split("/");
    if (call.path().startsWith("/upload/storage/v1/b/")) {
      return upload(call, path[5]);
    }
    if (!call.path().matches("(/download)?/storage/v1/b/.*")) {
      return null;
    }
    int bucket = path[1].equals("download") ? 5 : 4;
    if (path.length == bucket + 1) {
      return Answer.json(JSON.createObjectNode().put("name", path[bucket]).put("location", "EU"));
    }
    return path.length == bucket + 2 ? list(call, path[bucket]) : object(call, path, bucket);
  }

  private Answer object(Call call, String[] path, int bucket) {
    String name = path[bucket] + "/" + Call.decoded(path[bucket + 2]);
    ByteString content = objects.get(name);
    if (content == null) {
      return Answer.error(404, "no object " + name);
    }
    return "media".equals(call.query().get("alt"))
        ? new Answer(200, "application/octet-stream", content, Map.of())
        : Answer.json(about(name));
  }

  private Answer list(Call call, String bucket) {
    String start = bucket + "/" + call.query().getOrDefault("prefix", "");
    ObjectNode page = JSON.createObjectNode().put("kind", "storage#objects");
    ArrayNode items = page.putArray("items");
    objects.keySet().stream()
        .filter(name -> name.startsWith(start))
        .map(this::about)
        .forEach(items::add);
    return Answer.json(page);
  }

  /** Resumable: a name first, then its bytes in one or more pieces. */
  private Answer upload(Call call, String bucket) throws Exception {
    String id = call.query().get("upload_id");
    if (id == null) {
      String name =
          JSON.readTree(call.body().toStringUtf8()).path("name").asText(call.query().get("name"));
      String next = "u" + uploads.size();
      uploads.put(next, bucket + "/" + name);
      objects.put(bucket + "/" + name, ByteString.EMPTY);
      String place = call.server() + "/upload/storage/v1/b/" + bucket + "/o?upload_id=" + next;
      return new Answer(200, "application/json", ByteString.EMPTY, Map.of("Location", place));
    }
    String name = uploads.get(id);
    ByteString content = objects.get(name).concat(call.body());
    objects.put(name, content);
    if (call.header("Content-Range").endsWith("/*")) {
      String range = "bytes=0-" + (content.size() - 1);
      return new Answer(308, "application/json", ByteString.EMPTY, Map.of("Range", range));
    }
    return Answer.json(about(name));
  }

  private ObjectNode about(String name) {
    int bucket = name.indexOf('/');
    return JSON.createObjectNode()
        .put("kind", "storage#object")
        .put("bucket", name.substring(0, bucket))
        .put("name", name.substring(bucket + 1))
        .put("size", String.valueOf(objects.get(name).size()))
        .put("generation", "1")
        .put("metageneration", "1")
        .put("updated", "2026-01-01T00:00:00.000Z")
        .put("timeCreated", "2026-01-01T00:00:00.000Z");
  }

  /** The bytes of the one object whose name has that in it. */
  ByteString one(String part) {
    String[] found =
        objects.keySet().stream().filter(name -> name.contains(part)).toArray(String[]::new);
    if (found.length != 1) {
      throw new AssertionError("objects with " + part + ": " + Arrays.toString(found));
    }
    return objects.get(found[0]);
  }
}
