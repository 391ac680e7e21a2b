package io.cloudpulse.transforms.archive;

import io.cloudpulse.transforms.Digest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of an archive file tells: which records of which source it holds. The same records
 * make the same name, so whoever writes them again replaces the file, and no other.
 *
 * @param hour in which its records were published
 * @param name of the source, for people
 * @param source hash of the source
 * @param first offset of its first record
 * @param last offset of its last record
 * @param content hash of its records
 */
record ArchiveFile(
    String dataset,
    Instant hour,
    String name,
    String source,
    long first,
    long last,
    String content) {
  static final String SUFFIX = ".avro";
  private static final int HASH = 16;
  private static final int LONGEST = 60;
  private static final String HOUR_OF = "/hour=";
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Pattern PATH =
      Pattern.compile(
          "(?<dataset>[^/]+)/hour=(?<hour>\\d{4}-\\d\\d-\\d\\dT\\d\\d)/(?<name>.+)"
              + "-(?<source>[0-9a-f]{16})-(?<first>\\d+)-(?<last>\\d+)-(?<content>[0-9a-f]{16})"
              + "\\.avro");

  /** The hour that a moment is in; one outside of the calendar's years counts as 1970's first. */
  static Instant hourOf(long millis) {
    boolean told = millis >= 0 && millis < 253_402_300_800_000L;
    return Instant.ofEpochMilli(told ? millis : 0).truncatedTo(ChronoUnit.HOURS);
  }

  static String hashOf(Digest digest) {
    return digest.hex().substring(0, HASH);
  }

  /** The source's last part, of characters that each file system and glob takes as they are. */
  static String nameOf(String source) {
    String[] parts = source.split("[/\\\\]");
    int from = Math.max(0, parts.length - (source.startsWith("kafka://") ? 2 : 1));
    String name = String.join(".", java.util.Arrays.asList(parts).subList(from, parts.length));
    String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
    return plain.substring(Math.max(0, plain.length() - LONGEST));
  }

  /** Where it is in the archive's folder. */
  String path() {
    return dataset
        + HOUR_OF
        + HOUR.format(hour)
        + "/%s-%s-%012d-%012d-%s".formatted(name, source, first, last, content)
        + SUFFIX;
  }

  /** The files of a dataset, as a glob. */
  static String all(String dataset) {
    return dataset + HOUR_OF + "*/*" + SUFFIX;
  }

  /** Reads the end of an address; empty if that is no archive file's. */
  static Optional<ArchiveFile> parse(String address) {
    String[] parts = address.replace('\\', '/').split("/");
    int from = Math.max(0, parts.length - 3);
    Matcher path =
        PATH.matcher(String.join("/", java.util.Arrays.asList(parts).subList(from, parts.length)));
    if (!path.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new ArchiveFile(
            path.group("dataset"),
            LocalDateTime.parse(path.group("hour") + ":00").toInstant(ZoneOffset.UTC),
            path.group("name"),
            path.group("source"),
            Long.parseLong(path.group("first")),
            Long.parseLong(path.group("last")),
            path.group("content")));
  }
}
