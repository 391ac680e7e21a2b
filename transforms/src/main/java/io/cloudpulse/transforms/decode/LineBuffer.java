package io.cloudpulse.transforms.decode;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;

/**
 * The bytes of a channel from the record in hand on. Grows until the record is in it; forgets what
 * stands before.
 */
final class LineBuffer implements Closeable {
  private static final int CHUNK = 1 << 18;

  private final ReadableByteChannel channel;
  private byte[] bytes = new byte[CHUNK];
  private int limit;
  private boolean ended;
  private long base;

  /**
   * The bytes from where a channel stands.
   *
   * @param offset where that is in the file
   */
  LineBuffer(ReadableByteChannel channel, long offset) {
    this.channel = channel;
    this.base = offset;
  }

  byte[] bytes() {
    return bytes;
  }

  /** After the last byte that is there. */
  int limit() {
    return limit;
  }

  /** True if the channel has no more. */
  boolean ended() {
    return ended;
  }

  /** Where the byte at a place stands in the file. */
  long offset(int place) {
    return base + place;
  }

  /**
   * Reads on, and forgets what stands before a place.
   *
   * @return by how much every other place moved down
   */
  int fill(int from) throws IOException {
    if (from > 0) {
      System.arraycopy(bytes, from, bytes, 0, limit - from);
      base += from;
      limit -= from;
    } else if (limit == bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    int read = channel.read(ByteBuffer.wrap(bytes, limit, bytes.length - limit));
    if (read < 0) {
      ended = true;
    } else {
      limit += read;
    }
    return from;
  }

  /**
   * Reads to the end of a line that is too large to keep, and keeps only what is before a place.
   */
  void dropLine(int kept) throws IOException {
    while (true) {
      for (int i = kept; i < limit; i++) {
        if (bytes[i] == '\n') {
          drop(kept, i);
          return;
        }
      }
      drop(kept, limit);
      if (ended) {
        return;
      }
      int unmoved = fill(0);
      assert unmoved == 0;
    }
  }

  private void drop(int from, int to) {
    System.arraycopy(bytes, to, bytes, from, limit - to);
    limit -= to - from;
    base += to - from;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
