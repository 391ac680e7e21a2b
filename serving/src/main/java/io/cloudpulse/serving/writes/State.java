package io.cloudpulse.serving.writes;

/** What became of a write, in a sink or in all. */
public enum State {
  /** It is not there yet. */
  PENDING,
  /** It is there. */
  VISIBLE,
  /** What is there is newer. */
  SUPERSEDED,
  /** It never will be: a dead letter tells why. */
  REFUSED;

  /** Of a sink whose row has a version. */
  static State of(Written written, long version) {
    if (version < written.from()) {
      return PENDING;
    }
    return version <= written.to() ? VISIBLE : SUPERSEDED;
  }

  String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
