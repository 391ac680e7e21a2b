package io.cloudpulse.pipelines.flags;

import io.cloudpulse.transforms.archive.ArchiveListing.Hours;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads {@code archive:<folder>?from=2026-11-20T19&to=2026-11-21T00}. */
final class ArchivedSource {
  private static final String ALLOWED =
      "archive:<folder>, or archive:<folder>?from=HOUR&to=HOUR, HOUR like 2026-11-20T19";
  private static final String EXAMPLE = "archive:my-archive?from=2026-11-20T00&to=2026-11-21T00";
  private static final Pattern UNFIT = Pattern.compile("[*?\\[\\]{}]");

  private ArchivedSource() {}

  /** Reads an address; one that is none becomes a problem, and is empty. */
  static Optional<SourceAddress> read(String text, Problems problems) {
    String rest = text.substring(SourceAddress.Archived.SCHEME.length());
    int query = rest.indexOf('?');
    String folder = query < 0 ? rest : rest.substring(0, query);
    Optional<Hours> hours = hours(query < 0 ? "" : rest.substring(query + 1));
    if (folder.isBlank() || UNFIT.matcher(folder).find() || hours.isEmpty()) {
      problems.flag("source", text, ALLOWED, EXAMPLE);
      return Optional.empty();
    }
    return Optional.of(new SourceAddress.Archived(text, folder, hours.get()));
  }

  private static Optional<Hours> hours(String query) {
    Map<String, Instant> given = new TreeMap<>();
    for (String parameter : query.isEmpty() ? new String[0] : query.split("&")) {
      int equals = parameter.indexOf('=');
      Optional<Instant> hour = hour(parameter.substring(equals + 1));
      String name = parameter.substring(0, Math.max(0, equals));
      if (hour.isEmpty() || !(name.equals("from") || name.equals("to"))) {
        return Optional.empty();
      }
      given.put(name, hour.get());
    }
    Hours all = Hours.all();
    return Optional.of(
        new Hours(given.getOrDefault("from", all.from()), given.getOrDefault("to", all.to())));
  }

  private static Optional<Instant> hour(String text) {
    try {
      return text.length() == "2026-11-20T19".length()
          ? Optional.of(LocalDateTime.parse(text + ":00").toInstant(ZoneOffset.UTC))
          : Optional.empty();
    } catch (DateTimeException wrong) {
      return Optional.empty();
    }
  }
}
