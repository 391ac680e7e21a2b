package io.cloudpulse.transforms.postgres;

/** Text as PostgreSQL can hold it: any character but NUL and halves of pairs. */
final class StorableText {
  private StorableText() {}

  /** The text, with a sign for each character that cannot be held. */
  static String of(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> point == 0 ? '\u2400' : point)
        .map(point -> Character.isSurrogate((char) point) && point < 0x10000 ? '\ufffd' : point)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }
}
