package io.cloudpulse.transforms.decode;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;

/**
 * Cuts a channel into lines without copying them. A line can be extended by the ones after it, for
 * a record whose quotes are still open, and given back if that was a mistake. Lines end with LF or
 * CR LF; the end is not part of the line.
 */
public final class LineReader implements Closeable {
  /** Longest record read, in bytes. A longer line is passed over and reported as too large. */
  public static final int MAX_RECORD = 4 << 20;

  private static final int CHUNK = 1 << 18;

  private final ReadableByteChannel channel;
  private byte[] buffer = new byte[CHUNK];
  private int limit;
  private boolean ended;
  private long base;
  private long offset;

  private int from;
  private int to;
  private int next;
  private int afterFirst;
  private long line;
  private int lines;
  private int quotes;
  private int bits;
  private boolean tooLarge;

  /**
   * Lines of a channel, from where it stands.
   *
   * @param offset where the channel stands in the file
   * @param line number of the line it stands at
   */
  public LineReader(ReadableByteChannel channel, long offset, long line) {
    this.channel = channel;
    this.base = offset;
    this.line = line - 1;
  }

  /** Goes on to the next line; false at the end. */
  public boolean next() throws IOException {
    from = next;
    offset = base + from;
    line += Math.max(1, lines);
    lines = 0;
    quotes = 0;
    bits = 0;
    tooLarge = false;
    boolean found = takeLine();
    afterFirst = next;
    return found;
  }

  /** Adds the next line, with the line end between; false at the end or if it gets too large. */
  public boolean extend() throws IOException {
    return next - from <= MAX_RECORD && takeLine();
  }

  /** Gives back all but the first line of this record. */
  public void keepFirstLine() {
    next = afterFirst;
    to = lineEnd(from, afterFirst);
    lines = 1;
  }

  private boolean takeLine() throws IOException {
    int end = findLineFeed(next);
    if (end < 0) {
      return false;
    }
    next = Math.min(end + 1, limit);
    to = lineEnd(from, next);
    lines++;
    tooLarge |= to - from > MAX_RECORD;
    return true;
  }

  /** Where the line that starts at {@code at} ends; -1 if there is no more. */
  private int findLineFeed(int at) throws IOException {
    int start = at;
    int i = at;
    while (true) {
      i = scan(i);
      if (i < limit) {
        return i;
      }
      if (ended) {
        return i == start ? -1 : i;
      }
      int shift = from;
      fill();
      i -= shift;
      start -= shift;
      if (i - start > MAX_RECORD) {
        return passOver(i);
      }
    }
  }

  private int scan(int at) {
    byte[] bytes = buffer;
    int end = limit;
    int open = 0;
    int seen = 0;
    int i = at;
    for (; i < end; i++) {
      byte b = bytes[i];
      if (b == '\n') {
        break;
      }
      seen |= b;
      if (b == '"') {
        open++;
      }
    }
    quotes += open;
    bits |= seen;
    return i;
  }

  /** Drops what stands before the record in hand and reads on; doubles the buffer if it is full. */
  private void fill() throws IOException {
    if (from > 0) {
      System.arraycopy(buffer, from, buffer, 0, limit - from);
      base += from;
      limit -= from;
      next -= from;
      afterFirst -= from;
      from = 0;
    } else if (limit == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int read = channel.read(ByteBuffer.wrap(buffer, limit, buffer.length - limit));
    if (read < 0) {
      ended = true;
    } else {
      limit += read;
    }
  }

  /** Reads to the end of a line that is too large to keep, keeping its beginning. */
  private int passOver(int at) throws IOException {
    tooLarge = true;
    int kept = at;
    while (!ended) {
      for (int i = kept; i < limit; i++) {
        if (buffer[i] == '\n') {
          int dropped = i - kept;
          System.arraycopy(buffer, i, buffer, kept, limit - i);
          limit -= dropped;
          base += dropped;
          return kept;
        }
      }
      base += limit - kept;
      limit = kept;
      fill();
    }
    return kept;
  }

  private int lineEnd(int start, int after) {
    int end = after;
    if (end > start && buffer[end - 1] == '\n') {
      end--;
    }
    return end > start && buffer[end - 1] == '\r' ? end - 1 : end;
  }

  public byte[] buffer() {
    return buffer;
  }

  /** First byte of the record in the {@link #buffer}. */
  public int from() {
    return from;
  }

  /** After the last byte of the record in the {@link #buffer}. */
  public int to() {
    return to;
  }

  public byte[] copy() {
    return Arrays.copyOfRange(buffer, from, to);
  }

  /** Where the record starts in the file. */
  public long offset() {
    return offset;
  }

  /** Where the next record starts in the file. */
  public long nextOffset() {
    return base + next;
  }

  /** Number of the record's first line. */
  public long line() {
    return line;
  }

  /** Number of the line after the record. */
  public long nextLine() {
    return line + lines;
  }

  public boolean blank() {
    return from == to;
  }

  public boolean tooLarge() {
    return tooLarge;
  }

  /** True if each byte is ASCII. */
  public boolean ascii() {
    return bits >= 0;
  }

  /** True if a quote was opened and not closed, as far as counting can tell. */
  public boolean quoteOpen() {
    return (quotes & 1) == 1;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
