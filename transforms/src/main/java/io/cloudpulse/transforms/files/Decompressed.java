package io.cloudpulse.transforms.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** What a compressed file holds; if it is damaged, the failure names it, which no codec does. */
record Decompressed(ReadableByteChannel channel, String file) implements ReadableByteChannel {
  @Override
  public int read(ByteBuffer target) throws IOException {
    try {
      return channel.read(target);
    } catch (IOException failure) {
      throw new IOException(
          file + " is damaged or was cut short: it cannot be decompressed to its end", failure);
    }
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
