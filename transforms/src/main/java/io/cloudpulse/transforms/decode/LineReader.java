package io.cloudpulse.transforms.decode;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;

/**
 * Cuts a channel into lines without copying them. A line can be extended by the ones after it, for
 * a record whose quotes are still open, and given back if that was a mistake. Lines end with LF or
 * CR LF; the end is not part of the line. A line longer than a record may be is passed over and
 * reported as too large.
 */
public final class LineReader implements RecordBytes, Closeable {
  private final LineBuffer buffer;

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
    this.buffer = new LineBuffer(channel, offset);
    this.line = line - 1;
  }

  /** Goes on to the next line; false at the end. */
  public boolean next() throws IOException {
    from = next;
    offset = buffer.offset(from);
    line += Math.max(1, lines);
    lines = 0;
    quotes = 0;
    bits = 0;
    tooLarge = false;
    boolean found = takeLine();
    afterFirst = next;
    return found;
  }

  /** Adds the next line, with the line end between. */
  @Override
  public boolean extend() throws IOException {
    return next - from <= MAX_RECORD && takeLine();
  }

  @Override
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
    next = Math.min(end + 1, buffer.limit());
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
      if (i < buffer.limit()) {
        return i;
      }
      if (buffer.ended()) {
        return i == start ? -1 : i;
      }
      int moved = fill();
      i -= moved;
      start -= moved;
      if (i - start > MAX_RECORD) {
        tooLarge = true;
        buffer.dropLine(i);
        return i;
      }
    }
  }

  private int fill() throws IOException {
    int moved = buffer.fill(from);
    from -= moved;
    next -= moved;
    afterFirst -= moved;
    return moved;
  }

  /** Looks for the line's end, and on the way for quotes and for what is not ASCII. */
  private int scan(int at) {
    byte[] bytes = buffer.bytes();
    int end = buffer.limit();
    int open = 0;
    int seen = 0;
    int i = at;
    for (; i < end && bytes[i] != '\n'; i++) {
      seen |= bytes[i];
      if (bytes[i] == '"') {
        open++;
      }
    }
    quotes += open;
    bits |= seen;
    return i;
  }

  private int lineEnd(int start, int after) {
    byte[] bytes = buffer.bytes();
    int end = after;
    if (end > start && bytes[end - 1] == '\n') {
      end--;
    }
    return end > start && bytes[end - 1] == '\r' ? end - 1 : end;
  }

  @Override
  public byte[] buffer() {
    return buffer.bytes();
  }

  @Override
  public int from() {
    return from;
  }

  @Override
  public int to() {
    return to;
  }

  @Override
  public byte[] copy() {
    return Arrays.copyOfRange(buffer.bytes(), from, to);
  }

  @Override
  public long offset() {
    return offset;
  }

  /** Where the next record starts in the file. */
  public long nextOffset() {
    return buffer.offset(next);
  }

  @Override
  public long line() {
    return line;
  }

  /** Number of the line after the record. */
  public long nextLine() {
    return line + lines;
  }

  @Override
  public boolean tooLarge() {
    return tooLarge;
  }

  @Override
  public boolean ascii() {
    return bits >= 0;
  }

  @Override
  public boolean quoteOpen() {
    return (quotes & 1) == 1;
  }

  @Override
  public void close() throws IOException {
    buffer.close();
  }
}
