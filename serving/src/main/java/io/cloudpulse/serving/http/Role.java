package io.cloudpulse.serving.http;

import io.javalin.security.RouteRole;

/** What a client may do: each may what those before it may. */
public enum Role implements RouteRole {
  /** Ask for what tells nothing of the data: health, the document, pages without content. */
  ANYONE,
  /** Ask for data. */
  READER,
  /** Change something. */
  OPERATOR;

  /** Whether it may do what another is needed for. */
  public boolean covers(Role needed) {
    return compareTo(needed) >= 0;
  }
}
