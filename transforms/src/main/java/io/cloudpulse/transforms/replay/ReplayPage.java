package io.cloudpulse.transforms.replay;

import io.cloudpulse.transforms.DeadLetter;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Some dead letters of one source, to be read again as a whole.
 *
 * @param source as in {@link DeadLetter#getSource}
 * @param number of the page among those of its replay, from 1
 */
public record ReplayPage(String source, int number, List<ReplayLine> lines)
    implements Serializable {
  private static final int MOST_LINES = 500;
  private static final long MOST_BYTES = 8 << 20;

  public ReplayPage {
    lines = List.copyOf(lines);
  }

  /** Each line once, in the order of letters; the same letters make the same pages. */
  public static List<ReplayPage> of(List<DeadLetter> letters) {
    Map<String, Map<Place, ReplayLine>> bySource = new TreeMap<>();
    for (DeadLetter letter : letters) {
      bySource
          .computeIfAbsent(letter.getSource(), unused -> new LinkedHashMap<>())
          .merge(Place.of(letter), ReplayLine.of(letter), ReplayLine::or);
    }
    List<ReplayPage> pages = new ArrayList<>();
    bySource.forEach((source, lines) -> cut(source, lines.values(), pages));
    return pages;
  }

  private static void cut(String source, Iterable<ReplayLine> lines, List<ReplayPage> pages) {
    List<ReplayLine> page = new ArrayList<>();
    long bytes = 0;
    for (ReplayLine line : lines) {
      if (page.size() == MOST_LINES || (bytes + line.original().length > MOST_BYTES && bytes > 0)) {
        pages.add(new ReplayPage(source, pages.size() + 1, page));
        page = new ArrayList<>();
        bytes = 0;
      }
      page.add(line);
      bytes += line.original().length;
    }
    pages.add(new ReplayPage(source, pages.size() + 1, page));
  }

  /** Names the page in ledgers, as the part of its source that it is. */
  public String range() {
    return source + "#replay/" + number;
  }

  /** True if offsets are those of messages. */
  boolean isOfTopic() {
    return isTopic(source);
  }

  static boolean isTopic(String source) {
    return source.startsWith("kafka://");
  }

  /**
   * What a key made of the position calls the source: a file's name, or topic and partition, as the
   * first reading did.
   */
  String keySource() {
    int end = source.lastIndexOf('/');
    int start = isOfTopic() ? source.lastIndexOf('/', end - 1) : end;
    return source.substring(Math.max(start, source.lastIndexOf('\\')) + 1);
  }

  private record Place(long offset, ByteBuffer original) {
    static Place of(DeadLetter letter) {
      return new Place(letter.getOffset(), ByteBuffer.wrap(letter.getOriginal()));
    }
  }
}
