package io.cloudpulse.transforms.elasticsearch;

import java.util.Set;

/** Tells a bad record from a bad moment or a bad set-up, by HTTP status and type of error. */
enum Blame {
  /** The operation is done, or not needed: its row is as new or newer. */
  NOBODY,
  /** No retry can help; without this record the others pass. */
  RECORD,
  /** The same again, a little later, may pass. */
  MOMENT,
  /** Somebody has to mend something first. A retry costs time, a wrong dead letter costs data. */
  SETUP;

  /** No answer at all. */
  static final int NO_ANSWER = 0;

  /** A request, or a document, of more bytes than the server takes. */
  static final int TOO_LARGE = 413;

  private static final int TIMEOUT = 408;
  private static final int TOO_MANY = 429;
  private static final int FIRST_SERVER_ERROR = 500;

  /** A field that is not in the mapping is the mapping's fault: it is not of this list. */
  private static final Set<String> OF_A_DOCUMENT =
      Set.of("document_parsing_exception", "mapper_parsing_exception");

  private static final String LONG_TERM = "Document contains at least one immense term";

  /** An index that is gone is 404 too, but says so; a document to delete that is gone does not. */
  static Blame of(int status, String type, String reason) {
    return switch (status) {
      case 200, 201, 409 -> NOBODY;
      case 404 -> type.isEmpty() ? NOBODY : SETUP;
      case 400 -> OF_A_DOCUMENT.contains(type) || reason.startsWith(LONG_TERM) ? RECORD : SETUP;
      case TOO_LARGE -> RECORD;
      case NO_ANSWER, TIMEOUT, TOO_MANY -> MOMENT;
      default -> status >= FIRST_SERVER_ERROR ? MOMENT : SETUP;
    };
  }
}
