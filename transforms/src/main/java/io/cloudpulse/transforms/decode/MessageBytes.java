package io.cloudpulse.transforms.decode;

/**
 * A message as a record: all of its bytes but a line end behind them, which many programs that send
 * lines leave there. Reused from message to message.
 */
public final class MessageBytes implements RecordBytes {
  private byte[] payload = new byte[0];
  private long offset;
  private long line;
  private int to;
  private int quotes;
  private int bits;
  private boolean severalLines;

  /** Takes the next message in hand. */
  public void take(byte[] message, long messageOffset) {
    payload = message;
    offset = messageOffset;
    line = 0;
    to = end(message);
    quotes = 0;
    bits = 0;
    severalLines = false;
    if (!tooLarge()) {
      scan();
    }
  }

  /** Takes a record of a file, whose line end is gone. */
  public void takeLine(byte[] record, long recordOffset, long recordLine) {
    take(record, recordOffset);
    to = record.length;
    line = recordLine;
  }

  private static int end(byte[] message) {
    int end = message.length;
    if (end > 0 && message[end - 1] == '\n') {
      end--;
    }
    return end > 0 && message[end - 1] == '\r' ? end - 1 : end;
  }

  private void scan() {
    byte[] bytes = payload;
    int open = 0;
    int seen = 0;
    boolean broken = false;
    for (int i = 0; i < to; i++) {
      byte next = bytes[i];
      seen |= next;
      if (next == '"') {
        open++;
      }
      broken |= next == '\n';
    }
    quotes = open;
    bits = seen;
    severalLines = broken;
  }

  /** True if a line ends inside the message. */
  public boolean severalLines() {
    return severalLines;
  }

  /** The first byte that is not white space; 0 if there is none. */
  public byte first() {
    for (int i = 0; i < to; i++) {
      if (payload[i] != ' ' && payload[i] != '\t' && payload[i] != '\n' && payload[i] != '\r') {
        return payload[i];
      }
    }
    return 0;
  }

  @Override
  public byte[] buffer() {
    return payload;
  }

  @Override
  public int from() {
    return 0;
  }

  @Override
  public int to() {
    return to;
  }

  /** The message itself: nobody changes it. */
  @Override
  public byte[] copy() {
    return payload;
  }

  @Override
  public long offset() {
    return offset;
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public boolean tooLarge() {
    return to > MAX_RECORD;
  }

  @Override
  public boolean ascii() {
    return bits >= 0;
  }

  @Override
  public boolean quoteOpen() {
    return (quotes & 1) == 1;
  }

  /** The message is there as a whole from the start. */
  @Override
  public boolean extend() {
    return false;
  }

  /** A message is refused as a whole. */
  @Override
  public void keepFirstLine() {}
}
