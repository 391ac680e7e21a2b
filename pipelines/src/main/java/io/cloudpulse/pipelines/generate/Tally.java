package io.cloudpulse.pipelines.generate;

import io.cloudpulse.transforms.Reason;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a part of the file holds. */
public final class Tally {
  private static final int FIRST_FEW = 5;

  /**
   * Where a bad record starts.
   *
   * @param line of the file, from 1
   * @param offset in bytes before compression, from 0
   */
  public record Place(long line, long offset) {}

  private final Map<Reason, Long> refused = new EnumMap<>(Reason.class);
  private final Map<Reason, List<Place>> places = new EnumMap<>(Reason.class);
  private final Map<String, Long> corrections = new TreeMap<>();
  private long lines;
  private long bytes;

  void addText(long moreLines, long moreBytes) {
    lines += moreLines;
    bytes += moreBytes;
  }

  void addCorrection(String field) {
    corrections.merge(field, 1L, Long::sum);
  }

  /** A bad record, right behind the text added so far. */
  void addRefused(Reason reason) {
    refused.merge(reason, 1L, Long::sum);
    addPlace(reason, new Place(lines + 1, bytes));
  }

  /** What another part holds, right behind this one. */
  void addBehind(Tally next) {
    next.refused.forEach((reason, count) -> refused.merge(reason, count, Long::sum));
    next.corrections.forEach((field, count) -> corrections.merge(field, count, Long::sum));
    next.places.forEach(
        (reason, found) ->
            found.forEach(
                place ->
                    addPlace(reason, new Place(lines + place.line(), bytes + place.offset()))));
    addText(next.lines, next.bytes);
  }

  private void addPlace(Reason reason, Place place) {
    List<Place> found = places.computeIfAbsent(reason, r -> new ArrayList<>());
    if (found.size() < FIRST_FEW) {
      found.add(place);
    }
  }

  Map<String, Long> refused() {
    return byCode(refused);
  }

  Map<String, List<Place>> places() {
    return byCode(places);
  }

  Map<String, Long> corrections() {
    return corrections;
  }

  private static <T> Map<String, T> byCode(Map<Reason, T> byReason) {
    Map<String, T> byCode = new TreeMap<>();
    byReason.forEach((reason, value) -> byCode.put(reason.code(), value));
    return byCode;
  }
}
