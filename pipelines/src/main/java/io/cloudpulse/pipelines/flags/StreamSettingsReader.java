package io.cloudpulse.pipelines.flags;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.Digest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads how a stream is to be read; empty if what is asked for is a batch. */
final class StreamSettingsReader {
  private final MoveFlags flags;
  private final Problems problems;
  private final Texts texts;

  StreamSettingsReader(MoveFlags flags, Problems problems) {
    this.flags = flags;
    this.problems = problems;
    this.texts = new Texts(problems);
  }

  Optional<StreamSettings> read(Dataset dataset, SourceAddress source, List<SinkAddress> sinks) {
    StreamFlags stream = flags.stream;
    boolean streaming = isStreaming(source);
    StreamSettings settings =
        new StreamSettings(
            job(dataset, source, sinks),
            startAt(),
            untilEnd(),
            texts.duration("outOfOrder", stream.outOfOrder),
            texts.duration("idleAfter", stream.idleAfter),
            new RoundSettingsReader(flags, problems).read(source, streaming));
    return Optional.of(settings).filter(unused -> streaming);
  }

  private boolean isStreaming(SourceAddress source) {
    if (flags.mode == null) {
      return source != null && source.isEndless();
    }
    if (!List.of("batch", "streaming").contains(flags.mode)) {
      problems.flag("mode", flags.mode, "batch or streaming", "streaming");
    } else if (flags.mode.equals("streaming") && source != null && source.isTable()) {
      problems.flag("mode", flags.mode, "batch for a table, which is read to its end", "batch");
    }
    return flags.mode.equals("streaming");
  }

  /** The same flags make the same name, so that a job goes on where it stopped. */
  private String job(Dataset dataset, SourceAddress source, List<SinkAddress> sinks) {
    String job = flags.stream.job;
    if (job == null) {
      return dataset == null || source == null ? "" : made(dataset, source, sinks);
    }
    if (!job.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
      problems.flag("job", job, "up to 100 letters, digits, dots and dashes", "shop-events");
    }
    return job;
  }

  private static String made(Dataset dataset, SourceAddress source, List<SinkAddress> sinks) {
    String names = sinks.stream().map(SinkAddress::written).collect(Collectors.joining(","));
    String digest = new Digest().add(source.written()).add(names).hex().substring(0, 8);
    return dataset.name() + "-" + digest;
  }

  private boolean untilEnd() {
    String until = flags.stream.until;
    if (until != null && !until.equals("end")) {
      problems.flag("until", until, "end, or left out", "end");
    }
    return until != null;
  }

  private String startAt() {
    String place = flags.stream.startAt == null ? "earliest" : flags.stream.startAt;
    if (!List.of("earliest", "latest").contains(place) && Texts.time(place).isEmpty()) {
      problems.flag("startAt", place, "earliest, latest or a time after 1970", "latest");
    }
    return place;
  }
}
