package io.cloudpulse.pipelines.deadletters;

import io.cloudpulse.pipelines.flags.Problems;
import java.util.List;
import java.util.regex.Pattern;

/** Beginnings of ids, as a command line gives them. */
public final class LetterIds {
  private static final Pattern BEGINNING = Pattern.compile("[0-9a-f]{1,32}");

  private LetterIds() {}

  /** Takes the ids; what cannot begin one becomes a problem. */
  public static List<String> of(List<String> given, Problems problems) {
    List<String> ids = given == null ? List.of() : given;
    for (String id : ids) {
      if (!BEGINNING.matcher(id).matches()) {
        problems.add(
            "\""
                + id
                + "\" begins no id: an id has the digits 0 to 9 and a to f. To see which there are:"
                + " pulse dead-letters list");
      }
    }
    return ids;
  }
}
