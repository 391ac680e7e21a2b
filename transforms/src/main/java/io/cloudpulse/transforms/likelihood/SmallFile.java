package io.cloudpulse.transforms.likelihood;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;

/** A file of any file system Beam knows that is read and written as a whole. */
record SmallFile(String address) {
  /** Its bytes; empty if it is not there. */
  Optional<byte[]> read() throws IOException {
    try (InputStream in = Channels.newInputStream(FileSystems.open(resource(address)))) {
      return Optional.of(in.readAllBytes());
    } catch (FileNotFoundException | NoSuchFileException missing) {
      return Optional.empty();
    }
  }

  /** Whoever reads it meanwhile finds what was there before, or this. */
  void write(byte[] bytes) throws IOException {
    ResourceId unfinished = resource(address + ".unfinished");
    try (OutputStream out =
        Channels.newOutputStream(FileSystems.create(unfinished, "application/octet-stream"))) {
      out.write(bytes);
    }
    FileSystems.rename(List.of(unfinished), List.of(resource(address)));
  }

  private static ResourceId resource(String address) {
    return FileSystems.matchNewResource(address, false);
  }
}
