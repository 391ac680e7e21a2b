package io.cloudpulse.pipelines.flags;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.transforms.archive.ArchiveListing.Hours;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArchiveFlagTest {
  private final MoveFlags flags = new MoveFlags();
  private final Problems problems = new Problems();

  private Optional<SourceAddress> source(String text) {
    return SourceAddresses.read(text, problems);
  }

  private Optional<String> folder(SourceAddress source) {
    return new ArchiveFlag(flags, problems).read(source);
  }

  @Test
  void namesAFolder() {
    flags.archive = "files:gs://bucket/raw";

    assertThat(folder(null)).contains("gs://bucket/raw");
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void isNoGlobAndNoOtherSystem() {
    for (String wrong : new String[] {"files:", "files:raw/*", "kafka:raw", "raw"}) {
      flags.archive = wrong;

      assertThat(folder(null)).as(wrong).isEmpty();
    }
    assertThat(problems.all()).hasSize(4);
    assertThat(problems.all().get(3))
        .contains("--archive was \"raw\", but must be files:<folder>")
        .contains("--archive=files:archive");
  }

  @Test
  void goesWithNeitherAsOfNorStreamingNorItself() {
    flags.archive = "files:raw";
    flags.asOf = "2026-01-01";
    flags.mode = "streaming";

    Optional<String> unused = folder(source("archive:raw").orElseThrow());

    assertThat(problems.all()).hasSize(3);
  }

  @Test
  void keepsFilesAndTopicsOnly() {
    flags.archive = "files:raw";
    Optional<String> unused = folder(source("files:orders.csv").orElseThrow());
    assertThat(problems.all()).isEmpty();

    unused = folder(source("pubsub://my-project/orders").orElseThrow());
    unused = folder(source("jdbc:postgresql://db/shop").orElseThrow());

    assertThat(problems.all())
        .containsExactly(
            "--archive keeps records of files and of Kafka topics as they came, but not those of"
                + " --source=pubsub://my-project/orders: leave it out",
            "--archive keeps records of files and of Kafka topics as they came, but not those of"
                + " --source=jdbc:postgresql://db/shop: leave it out");
  }

  @Test
  void isASourceOfAllHoursOrSome() {
    assertThat(source("archive:raw"))
        .contains(new SourceAddress.Archived("archive:raw", "raw", Hours.all()));

    String some = "archive:gs://b/raw?from=2026-11-20T19&to=2026-11-21T00";
    Hours hours =
        new Hours(Instant.parse("2026-11-20T19:00:00Z"), Instant.parse("2026-11-21T00:00:00Z"));
    assertThat(source(some)).contains(new SourceAddress.Archived(some, "gs://b/raw", hours));
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void tellsHowHoursAreWritten() {
    for (String wrong :
        new String[] {"archive:", "archive:a*", "archive:a?from=2026-11-20", "archive:a?since=1"}) {
      assertThat(source(wrong)).as(wrong).isEmpty();
    }
    assertThat(problems.all()).hasSize(4).allMatch(text -> text.contains("2026-11-20T19"));
  }
}
