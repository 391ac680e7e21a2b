package io.cloudpulse.tests.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.Moving;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.PulseCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The guide's own file and dataset do what the guide says of them. */
@ExtendWith(PostgresServer.class)
class GuideIT {
  @TempDir Path folder;

  @Test
  void theTicketsEndAsTheGuideSays(Database database) throws Exception {
    Path tickets = Files.writeString(folder.resolve("tickets.csv"), fromGuide("", "sold,show"));
    Path dataset = Files.writeString(folder.resolve("tickets.yaml"), fromGuide("yaml", "dataset:"));

    PulseCommand ended = Moving.of(dataset.toString(), database).run(tickets);
    PulseCommand verified =
        PulseCommand.run(
            "verify",
            "--dataset=" + dataset,
            "--source=files:" + tickets,
            "--sink=" + database.sink(),
            "--runner=direct");

    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(4);
    assertThat(database.query("select show, seats, price, total, sold from theatre.tickets"))
        .containsExactly("Hamlet|1|22.50|22.50|2024-05-01 17:05:00+00");
    assertThat(database.query("select line, field, reason from pulse.dead_letters order by line"))
        .containsExactly("2|price|type", "4|seats|type");
    assertThat(verified.exitCode()).as(verified.out() + verified.err()).isZero();
  }

  /** The guide's first block in a language that begins so. */
  private static String fromGuide(String language, String beginning) throws IOException {
    Path guide = Path.of(System.getProperty("pulse.project", ".."), "docs", "guide.md");
    Matcher block =
        Pattern.compile(
                "```" + language + "\n(" + Pattern.quote(beginning) + ".*?)```", Pattern.DOTALL)
            .matcher(Files.readString(guide));
    assertThat(block.find()).as("%s block in %s", language, guide).isTrue();
    return block.group(1);
  }
}
