package io.cloudpulse.transforms.kafka;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.RangeTally;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.VersionedRecordCoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.schemas.NoSuchSchemaException;
import org.apache.beam.sdk.schemas.SchemaRegistry;
import org.apache.beam.sdk.values.TimestampedValue;

/** Carries chunks between workers, which runners seldom do: they hand them on as they are. */
public final class ChunkCoder extends CustomCoder<Chunk> {
  private static final long serialVersionUID = 1;

  private final Coder<List<TimestampedValue<VersionedRecord>>> records;
  private final Coder<List<DeadLetter>> letters;
  private final Coder<RangeTally> tally;

  private ChunkCoder(
      Coder<List<TimestampedValue<VersionedRecord>>> records,
      Coder<List<DeadLetter>> letters,
      Coder<RangeTally> tally) {
    this.records = records;
    this.letters = letters;
    this.tally = tally;
  }

  public static ChunkCoder of(Dataset dataset) {
    SchemaRegistry schemas = SchemaRegistry.createDefault();
    try {
      return new ChunkCoder(
          ListCoder.of(TimestampedValue.TimestampedValueCoder.of(VersionedRecordCoder.of(dataset))),
          ListCoder.of(schemas.getSchemaCoder(DeadLetter.class)),
          schemas.getSchemaCoder(RangeTally.class));
    } catch (NoSuchSchemaException impossible) {
      throw new IllegalStateException("both are declared with a schema", impossible);
    }
  }

  @Override
  public void encode(Chunk chunk, OutputStream out) throws IOException {
    records.encode(chunk.records(), out);
    letters.encode(chunk.refused(), out);
    letters.encode(chunk.late(), out);
    tally.encode(chunk.tally(), out);
  }

  @Override
  public Chunk decode(InputStream in) throws IOException {
    return new Chunk(records.decode(in), letters.decode(in), letters.decode(in), tally.decode(in));
  }
}
