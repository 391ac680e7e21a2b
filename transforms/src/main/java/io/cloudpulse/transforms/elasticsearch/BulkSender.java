package io.cloudpulse.transforms.elasticsearch;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.elasticsearch.client.Request;

/**
 * Sends operations until each has an answer that stands. Only those that met a bad moment are sent
 * again; a request that is too large is halved until the document stands alone.
 */
final class BulkSender {
  private final ElasticsearchSession session;
  private final String path;
  private final boolean aliasOnly;

  /**
   * For one index.
   *
   * @param aliasOnly whether its name must be an alias
   */
  BulkSender(ElasticsearchSession session, String index, boolean aliasOnly) {
    this.session = session;
    this.path = "/" + index + "/_bulk";
    this.aliasOnly = aliasOnly;
  }

  /**
   * Returns the answer to each operation, in order: none of them blames the moment or the set-up.
   *
   * @throws ElasticsearchFailure if one does, and the patience is at its end
   */
  BulkItem[] send(Bulk bulk) throws IOException {
    BulkItem[] items = new BulkItem[bulk.size()];
    if (bulk.size() > 0) {
      send(bulk, IntStream.range(0, bulk.size()).toArray(), items);
    }
    return items;
  }

  private void send(Bulk bulk, int[] places, BulkItem[] items) throws IOException {
    try {
      session.patiently(() -> attempt(bulk, open(places, items), items));
    } catch (ElasticsearchFailure failure) {
      if (failure.status() != Blame.TOO_LARGE) {
        throw failure;
      }
      divide(bulk, open(places, items), items);
    }
  }

  private void divide(Bulk bulk, int[] places, BulkItem[] items) throws IOException {
    if (places.length == 1) {
      items[places[0]] =
          new BulkItem(
              Blame.TOO_LARGE, "", "it is larger than http.max_content_length of the server");
    } else {
      int half = places.length / 2;
      send(bulk, Arrays.copyOfRange(places, 0, half), items);
      send(bulk, Arrays.copyOfRange(places, half, places.length), items);
    }
  }

  private static int[] open(int[] places, BulkItem[] items) {
    return Arrays.stream(places).filter(place -> items[place] == null).toArray();
  }

  private void attempt(Bulk bulk, int[] places, BulkItem[] items) throws IOException {
    Request request = new Request("POST", path);
    request.addParameter("filter_path", "items.*.status,items.*.error");
    if (aliasOnly) {
      request.addParameter("require_alias", "true");
    }
    request.setEntity(bulk.entity(places));
    BulkItem[] answered = Answers.items(session.send(request), places.length);
    BulkItem troubled = null;
    for (int i = 0; i < places.length; i++) {
      Blame blame = answered[i].blame();
      if (blame == Blame.MOMENT || blame == Blame.SETUP) {
        troubled = worse(troubled, answered[i]);
      } else {
        items[places[i]] = answered[i];
      }
    }
    if (troubled != null) {
      throw ElasticsearchFailure.of(troubled, null);
    }
  }

  private static BulkItem worse(BulkItem one, BulkItem other) {
    return one == null || other.blame() == Blame.SETUP ? other : one;
  }
}
