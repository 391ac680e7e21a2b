package io.cloudpulse.serving.http;

/** How long an answer may be given again. */
public enum Freshness {
  /** For the cache's lifetime: it is made of a clock, or of more than the database. */
  SHORTLY,
  /** As long as the database is the same: it is made of the request and the database alone. */
  STEADILY,
  /** Never: who asks wants to know what is so now. */
  NEVER
}
