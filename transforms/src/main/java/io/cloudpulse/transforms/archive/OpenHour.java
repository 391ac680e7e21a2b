package io.cloudpulse.transforms.archive;

import io.cloudpulse.transforms.Digest;
import io.cloudpulse.transforms.JobFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;

/** An archive file that is being filled, in memory: records of one source and hour. */
final class OpenHour {
  /** Two may write the same file at the same time: each finishes its own. */
  private static final String UNFINISHED = ".unfinished-";

  private final String dataset;
  private final String source;
  private final Instant hour;
  private final ByteArrayOutputStream compressed = new ByteArrayOutputStream();
  private final ArchivedAvro avro = new ArchivedAvro();
  private final Digest content = new Digest();
  private final DataFileWriter<GenericRecord> file;
  private long first = -1;
  private long last;

  OpenHour(String dataset, String source, Instant hour) throws IOException {
    this.dataset = dataset;
    this.source = source;
    this.hour = hour;
    this.file = new DataFileWriter<>(new GenericDatumWriter<>(ArchivedAvro.SCHEMA));
    file.setCodec(CodecFactory.zstandardCodec(CodecFactory.DEFAULT_ZSTANDARD_LEVEL));
    // The same records are the same bytes.
    var unused = file.create(ArchivedAvro.SCHEMA, compressed, new Digest().add(source).bytes());
  }

  /** Returns about how many bytes that is, before compression. */
  long add(ArchivedRecord record) throws IOException {
    file.append(avro.of(record));
    if (first < 0) {
      first = record.offset();
    }
    last = record.offset();
    return add(content.add(record.offset()).add(record.published()), record);
  }

  /** What a name must tell apart: the same offsets of another topic of that name, another load. */
  private static long add(Digest content, ArchivedRecord record) {
    byte[] key = record.key() == null ? new byte[0] : record.key();
    byte[] value = record.value() == null ? new byte[0] : record.value();
    content.add(record.reading().version()).add(key).add(value);
    return (long) key.length + value.length;
  }

  /** It appears whole or not at all; returns where in the folder. */
  String write(String folder) throws IOException {
    file.close();
    String name = named().path();
    String path = folder + name;
    JobFiles.ready();
    ResourceId unfinished =
        FileSystems.matchNewResource(path + UNFINISHED + UUID.randomUUID(), false);
    try (WritableByteChannel out = FileSystems.create(unfinished, "avro/binary")) {
      ByteBuffer all = ByteBuffer.wrap(compressed.toByteArray());
      while (all.hasRemaining()) {
        out.write(all);
      }
    }
    JobFiles.ready();
    FileSystems.rename(List.of(unfinished), List.of(FileSystems.matchNewResource(path, false)));
    return name;
  }

  private ArchiveFile named() {
    return new ArchiveFile(
        dataset,
        hour,
        ArchiveFile.nameOf(source),
        ArchiveFile.hashOf(new Digest().add(source)),
        first,
        last,
        ArchiveFile.hashOf(content));
  }
}
