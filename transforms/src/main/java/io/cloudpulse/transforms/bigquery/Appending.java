package io.cloudpulse.transforms.bigquery;

import com.google.cloud.bigquery.storage.v1.ProtoRows;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Sends the rows of one batch in requests that BigQuery takes. One with bad rows is refused as a
 * whole, with what is wrong with which row: the others are sent again without them.
 */
final class Appending {
  private static final int MOST_BYTES = 9 << 20;

  /** Protobuf says of each row how long it is. */
  private static final int BYTES_BESIDE_A_ROW = 6;

  private final AppendSession session;
  private final Refused refused;
  private final List<Integer> places = new ArrayList<>();
  private final List<ByteString> rows = new ArrayList<>();
  private long bytes;

  Appending(AppendSession session, Refused refused) {
    this.session = session;
    this.refused = refused;
  }

  /** Takes what BigQuery says about a row that it refuses. */
  interface Refused {
    void take(int place, String said);
  }

  /** Adds a row, and sends those before it if it has no room beside them. */
  void add(int place, ByteString row) throws IOException {
    long more = (long) row.size() + BYTES_BESIDE_A_ROW;
    if (bytes + more > MOST_BYTES) {
      flush();
    }
    places.add(place);
    rows.add(row);
    bytes += more;
  }

  /** Sends all there is; done when each row is stored or refused. */
  void flush() throws IOException {
    while (!rows.isEmpty()) {
      Map<Integer, String> bad =
          session.append(ProtoRows.newBuilder().addAllSerializedRows(rows).build());
      if (bad.isEmpty()) {
        rows.clear();
        places.clear();
      } else {
        drop(bad);
      }
    }
    bytes = 0;
  }

  private void drop(Map<Integer, String> bad) {
    bad.keySet().stream()
        .sorted()
        .forEach(index -> refused.take(places.get(index), bad.get(index)));
    List<Integer> descending =
        bad.keySet().stream().sorted(java.util.Comparator.reverseOrder()).toList();
    for (int index : descending) {
      places.remove(index);
      rows.remove(index);
    }
  }
}
