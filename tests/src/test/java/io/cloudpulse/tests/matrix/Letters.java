package io.cloudpulse.tests.matrix;

import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.transforms.Digest;
import java.sql.SQLException;
import java.util.List;

/**
 * The dead letters of a run.
 *
 * @param words what each says and the bytes that it keeps: the same from every source
 * @param places the id of each, and where its record stands: the same from one source, see {@link
 *     Source#letterPlaces}
 */
record Letters(List<String> words, List<String> places) {
  static Letters in(Database database, Source source) throws SQLException {
    return new Letters(
        database.query(
            "select step, reason, field, message, encode(original, 'hex') from pulse.dead_letters"
                + " order by 1, 2, 3, 4, 5"),
        database
            .query("select %s from pulse.dead_letters".formatted(source.letterPlaces()))
            .stream()
            .sorted()
            .toList());
  }

  /** A hash of what they say and keep. */
  String checksum() {
    Digest digest = new Digest();
    words.forEach(digest::add);
    return digest.hex().substring(0, Checksums.LENGTH);
  }
}
