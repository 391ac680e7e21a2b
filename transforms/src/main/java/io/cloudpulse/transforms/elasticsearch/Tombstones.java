package io.cloudpulse.transforms.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;

/**
 * Remembers which rows were deleted, and at which version. Elasticsearch itself forgets that after
 * {@code index.gc_deletes}, a minute, and when it restarts; an older version that comes later would
 * bring the row back. So a delete first leaves an empty document of the same id and version in an
 * index of its own, {@code <index>-deleted}, and an upsert is first held against it.
 *
 * <p>The index is made by the first delete, so that data that is never deleted costs a single look
 * a bundle. Looking and writing are two steps: what this covers is one writer for a key at a time,
 * as where Kafka keeps a key in one partition, and other writers of the key before and after, not
 * beside it. Within a minute Elasticsearch's own memory covers those too.
 */
final class Tombstones {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int NOT_FOUND = 404;
  private static final String ALREADY_THERE = "resource_already_exists_exception";

  /** Nothing in them is searched: a document is found by its id. */
  private static final String CREATE = "{\"mappings\":{\"dynamic\":\"strict\"}}";

  private final ElasticsearchSession session;
  private final String index;
  private final BulkSender sender;
  private final Bulk bulk = new Bulk();
  private boolean looked;
  private boolean there;

  Tombstones(ElasticsearchSession session, String index) {
    this.session = session;
    this.index = index;
    this.sender = new BulkSender(session, index, false);
  }

  /** Another writer may have deleted the first row since the last look. */
  void lookAgain() {
    looked = false;
  }

  /** Remembers deletes; returns the answer for each. */
  BulkItem[] keep(List<Document> deleted) throws IOException {
    if (!exist()) {
      create();
    }
    bulk.clear();
    for (Document document : deleted) {
      bulk.index(
          document.id(),
          document.version(),
          json -> {
            json.writeStartObject();
            json.writeEndObject();
          });
    }
    return sender.send(bulk);
  }

  /** At which version each document was deleted; -1 for one that was not. */
  long[] versions(List<Document> documents) throws IOException {
    long[] versions = new long[documents.size()];
    java.util.Arrays.fill(versions, -1);
    if (!documents.isEmpty() && exist()) {
      Request request = new Request("POST", "/" + index + "/_mget");
      request.addParameter("_source", "false");
      request.addParameter("filter_path", "docs.found,docs._version,docs.error");
      request.setJsonEntity(ids(documents));
      session.patiently(() -> read(session.send(request), versions));
    }
    return versions;
  }

  private static String ids(List<Document> documents) {
    ObjectNode body = JSON.createObjectNode();
    ArrayNode ids = body.putArray("ids");
    documents.forEach(document -> ids.add(document.id()));
    return body.toString();
  }

  private static void read(Response response, long[] versions) throws IOException {
    JsonNode docs = Answers.tree(response).path("docs");
    for (int i = 0; i < versions.length; i++) {
      JsonNode doc = docs.path(i);
      if (doc.has("error")) {
        throw new ElasticsearchFailure(
            Blame.NO_ANSWER, Blame.MOMENT, doc.get("error").path("reason").asText(), null);
      }
      versions[i] = doc.path("found").asBoolean() ? doc.get("_version").asLong() : -1;
    }
  }

  private boolean exist() throws IOException {
    if (!looked) {
      session.patiently(
          () -> there = status(session.send(new Request("HEAD", "/" + index))) != NOT_FOUND);
      looked = true;
    }
    return there;
  }

  private static int status(Response response) {
    return response.getStatusLine().getStatusCode();
  }

  private void create() throws IOException {
    Request request = new Request("PUT", "/" + index);
    request.setJsonEntity(CREATE);
    session.patiently(
        () -> {
          try {
            Response unused = session.send(request);
          } catch (ElasticsearchFailure failure) {
            if (!failure.getMessage().contains(ALREADY_THERE)) {
              throw failure;
            }
          }
        });
    there = true;
  }
}
