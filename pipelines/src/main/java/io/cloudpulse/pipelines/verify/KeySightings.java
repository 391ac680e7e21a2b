package io.cloudpulse.pipelines.verify;

import java.util.Arrays;

/**
 * All that both sides have for one key, boiled down to its verdict: the newest version counts. Ties
 * need no rule, for versions that tie have the same content.
 */
final class KeySightings {
  private ExpectedRow taken;
  private ExpectedRow refused;
  private Sighting.Found found;

  static KeySightings of(Iterable<Sighting> sightings) {
    KeySightings key = new KeySightings();
    sightings.forEach(key::add);
    return key;
  }

  private void add(Sighting sighting) {
    if (sighting instanceof Sighting.Found there) {
      found = there;
    } else if (sighting instanceof Sighting.Expected expected) {
      add(expected.row());
    }
  }

  private void add(ExpectedRow row) {
    if (row.refused()) {
      refused = newer(refused, row);
    } else {
      taken = newer(taken, row);
    }
  }

  private static ExpectedRow newer(ExpectedRow known, ExpectedRow row) {
    return known == null || row.version() > known.version() ? row : known;
  }

  /** The newest version that the sink did not refuse; null if there is none. */
  ExpectedRow expected() {
    return taken;
  }

  Verdict verdict() {
    if (found == null) {
      return taken == null
          ? Verdict.REFUSED
          : taken.isDeleted() ? Verdict.DELETED : Verdict.MISSING;
    }
    // What the sink refused once may have been sent again, and taken.
    if (isFound(taken) || isFound(refused)) {
      return Verdict.MATCHING;
    }
    return taken == null || taken.isDeleted() ? Verdict.EXTRA : Verdict.DIFFERENT;
  }

  private boolean isFound(ExpectedRow row) {
    return row != null
        && Arrays.equals(found.digest(), row.digest())
        && (found.version() == Sighting.ANY_VERSION || found.version() == row.version());
  }
}
