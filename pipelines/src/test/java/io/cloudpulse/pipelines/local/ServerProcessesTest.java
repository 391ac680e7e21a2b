package io.cloudpulse.pipelines.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessesTest {
  @TempDir Path folder;

  @Test
  void areKnownByTheFolderTheyWorkIn() throws IOException {
    ServerProcesses cats = cats(ProcessMark.worksIn(folder));

    Process cat = new ProcessBuilder("cat").directory(folder.toFile()).start();

    assertThat(cats.alive()).containsExactly(cat.toHandle());
    end(cats, cat);
  }

  @Test
  void areKnownByAWordTheyWereStartedWith() throws IOException {
    ServerProcesses cats = cats(ProcessMark.startedWith(Set.of("--mark=" + folder)));

    Process cat = new ProcessBuilder("cat", "-", "--", "--mark=" + folder).start();

    assertThat(cats.include(cat.pid())).isTrue();
    end(cats, cat);
  }

  @Test
  void areNotAStrangersWhoHasThePid() {
    assertThat(cats(ProcessMark.worksIn(folder)).include(ProcessHandle.current().pid())).isFalse();
  }

  private ServerProcesses cats(ProcessMark mark) {
    return new ServerProcesses(ServiceHome.in(folder, "cat"), "cat", mark);
  }

  private static void end(ServerProcesses cats, Process cat) {
    cat.destroyForcibly();
    cats.awaitGone(OptionalInt.of((int) cat.pid()));

    assertThat(cats.alive()).isEmpty();
  }
}
