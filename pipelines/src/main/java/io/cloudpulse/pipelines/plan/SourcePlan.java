package io.cloudpulse.pipelines.plan;

import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.flags.SourceAddress;
import io.cloudpulse.pipelines.move.Move;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Enrichment;
import io.cloudpulse.transforms.likelihood.ModelFolder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a run would read.
 *
 * @param key what makes two records the same row
 * @param version what makes one of them the newer
 * @param notes what is worth knowing, such as columns that no field reads
 */
public record SourcePlan(
    String address, String extent, String key, String version, List<String> notes) {

  static SourcePlan of(Move move) {
    MoveSettings settings = move.settings();
    return new SourcePlan(
        settings.source().written(),
        move.work().extent(),
        key(settings.dataset()),
        version(move),
        notes(move));
  }

  private static List<String> notes(Move move) {
    return Stream.of(
            move.settings().history().stream()
                .map(history -> "first, as a batch: " + history.source().written()),
            move.work().notes().stream(),
            move.settings().archive().stream()
                .map(folder -> "every record is kept as it came, in files:" + folder),
            openWindows(move.settings()).stream(),
            move.settings().model().stream().map(SourcePlan::asked),
            move.settings().dataset().enrichment().stream().map(SourcePlan::lookedUp))
        .flatMap(notes -> notes)
        .toList();
  }

  /** The time at which a file comes says nothing of the events in it, so no window may close. */
  private static Optional<String> openWindows(MoveSettings settings) {
    boolean isWatched =
        settings.stream().isPresent() && settings.source() instanceof SourceAddress.Files;
    return settings
        .windows()
        .filter(unused -> isWatched)
        .map(
            unused ->
                "degraded: windows of a watched folder stay open as long as the job runs, and its"
                    + " memory grows with them. Where that is too much: --aggregates=off, and a"
                    + " batch with --generation");
  }

  private static String asked(ModelFolder folder) {
    return "the model that %scurrent names says how likely a purchase is"
        .formatted(folder.address());
  }

  private static String lookedUp(Enrichment enrichment) {
    return "%s: looked up in %s by %s, and remembered for %s; a record without a match is %s"
        .formatted(
            String.join(", ", enrichment.take()),
            enrichment.from().name(),
            String.join(", ", enrichment.on().values()),
            enrichment.refresh(),
            enrichment.required() ? "refused" : "kept with nulls");
  }

  private static String key(Dataset dataset) {
    return switch (dataset.key().kind()) {
      case FIELDS -> String.join(", ", dataset.key().fields());
      case CONTENT -> "content: exact duplicates become one row";
      case POSITION ->
          "position: every record is a row of its own, named by its file and number. This gives up"
              + " independence of order and source: the same records in another file, or in"
              + " another order, are other rows";
    };
  }

  private static String version(Move move) {
    MoveSettings settings = move.settings();
    return settings
        .dataset()
        .version()
        .map(field -> field + ": the latest wins, and the content decides between equal times")
        .orElseGet(
            () ->
                settings.asOf().map(time -> "--asOf=" + time).orElse(move.work().ownTime())
                    + ": the later load wins, and in one load the later line");
  }
}
