package io.cloudpulse.transforms.archive;

import io.cloudpulse.transforms.JobFiles;
import java.io.IOException;
import java.nio.channels.Channels;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.io.FileSystems;
import org.checkerframework.checker.nullness.qual.Nullable;

/** An archive file that is being read, and its next record. */
final class OpenArchiveFile implements AutoCloseable {
  private final DataFileStream<GenericRecord> file;
  private final ArchivedAvro avro = new ArchivedAvro();
  private GenericRecord reused;
  private @Nullable ArchivedRecord next;

  private OpenArchiveFile(DataFileStream<GenericRecord> file) {
    this.file = file;
  }

  static OpenArchiveFile at(String address) throws IOException {
    JobFiles.ready();
    var bytes =
        Channels.newInputStream(
            FileSystems.open(FileSystems.matchSingleFileSpec(address).resourceId()));
    OpenArchiveFile opened =
        new OpenArchiveFile(
            new DataFileStream<>(
                bytes, new GenericDatumReader<>(ArchivedAvro.SCHEMA, ArchivedAvro.SCHEMA)));
    opened.advance();
    return opened;
  }

  private void advance() throws IOException {
    next = null;
    if (file.hasNext()) {
      reused = file.next(reused);
      next = avro.read(reused);
    }
  }

  boolean ended() {
    return next == null;
  }

  /** That of the next record. */
  long offset() {
    return next.offset();
  }

  ArchivedRecord take() throws IOException {
    ArchivedRecord taken = next;
    advance();
    return taken;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
