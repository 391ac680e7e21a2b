package io.cloudpulse.transforms.bigquery;

import com.google.cloud.bigquery.storage.v1.AvroRows;
import com.google.cloud.bigquery.storage.v1.BigQueryReadClient;
import com.google.cloud.bigquery.storage.v1.ReadRowsRequest;
import com.google.cloud.bigquery.storage.v1.ReadRowsResponse;
import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.RangeTally;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.table.TableRecords;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;

/**
 * Reads parts of a table, each once and whole. A stream gives the same rows in the same order each
 * time. A connection that is lost is made again by Google's library, which goes on where it was.
 * One caller at a time.
 */
final class StreamReader implements AutoCloseable {
  private final StreamOrigin origin;
  private final StoredValues stored;
  private final StoredValues deleted;
  private final TableRecords rows;
  private BigQueryReadClient client;
  private GenericRecord row;
  private BinaryDecoder decoder;

  StreamReader(StreamOrigin origin) {
    this.origin = origin;
    this.stored = StoredValues.of(origin.dataset(), origin.versioned());
    this.deleted = StoredValues.ofDeleted(origin.dataset());
    this.rows = new TableRecords(origin.rows());
  }

  /** Hands over each row of a part and returns what it came to; holds only some at a time. */
  RangeTally read(StreamPart part, Consumer<VersionedRecord> records, Consumer<DeadLetter> refused)
      throws IOException {
    rows.begin(origin.range(part), records, refused);
    if (!part.isEmpty()) {
      row = null; // Of another schema, perhaps.
      DatumReader<GenericRecord> reader =
          new GenericDatumReader<>(new Schema.Parser().parse(part.schema()));
      ReadRowsRequest wanted = ReadRowsRequest.newBuilder().setReadStream(part.stream()).build();
      for (ReadRowsResponse some : client().readRowsCallable().call(wanted)) {
        take(some.getAvroRows(), reader, part.deleted());
      }
    }
    return rows.end();
  }

  private void take(AvroRows some, DatumReader<GenericRecord> reader, boolean areDeleted)
      throws IOException {
    decoder =
        DecoderFactory.get().binaryDecoder(some.getSerializedBinaryRows().newInput(), decoder);
    while (!decoder.isEnd()) {
      row = reader.read(row, decoder);
      if (areDeleted) {
        rows.deleted(deleted.row(row), deleted.version(row));
      } else {
        rows.row(stored.row(row), stored.version(row));
      }
    }
  }

  private BigQueryReadClient client() throws IOException {
    if (client == null) {
      client = new Clients(origin.warehouse()).reader();
    }
    return client;
  }

  @Override
  public void close() {
    rows.close();
    if (client != null) {
      client.close();
    }
  }
}
