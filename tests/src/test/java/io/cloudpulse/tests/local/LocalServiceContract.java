package io.cloudpulse.tests.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cloudpulse.pipelines.local.LocalService;
import io.cloudpulse.pipelines.local.LocalServiceException;
import io.cloudpulse.pipelines.local.RunningService;
import io.cloudpulse.tests.kit.PulseProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every local service keeps to. Starts are the slow part, so the tests of a class share one
 * server; each takes it as it finds it, running or not, and holding what an earlier one wrote.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LocalServiceContract {
  private static final int NOBODY = 65534;

  /** With leave to read the class path, which may lie in root's own home. */
  private static final List<String> BECOMING_NOBODY =
      List.of(
          "setpriv",
          "--reuid=65534",
          "--regid=65534",
          "--clear-groups",
          "--inh-caps=+dac_override",
          "--ambient-caps=+dac_override",
          "--securebits=+no_setuid_fixup");

  @TempDir static Path home;
  @TempDir static Path otherHome;

  private LocalService service;
  private LocalService other;

  abstract LocalService in(Path folder);

  /** One that cannot start, for a setting that it does not understand. */
  abstract LocalService brokenIn(Path folder);

  /** Part of what the server says about that setting. */
  abstract String complaint();

  /** Stores something, once or again. */
  abstract void write(RunningService server) throws Exception;

  /** Whether {@link #write} was ever done on the data that this server has. */
  abstract boolean holdsWhatWasWritten(RunningService server) throws Exception;

  /** Where the server wrote its own pid, or we did. */
  abstract Path pidFile(Path folder);

  @BeforeEach
  void nameServers() {
    service = in(home);
    other = in(otherHome);
  }

  @AfterAll
  void wipeServers() {
    in(home).wipe();
    in(otherHome).wipe();
  }

  @Test
  void keepsItsDataAndItsPortOverDownAndUp() throws Exception {
    RunningService first = service.start();
    write(first);

    service.stop();
    assertThat(service.running()).isEmpty();
    RunningService again = service.start();

    assertThat(again).isEqualTo(first);
    assertThat(holdsWhatWasWritten(again)).isTrue();
  }

  @Test
  void keepsItsDataOverAKill() throws Exception {
    RunningService first = service.start();
    write(first);

    kill(Long.parseLong(pid(home)));
    // The signal needs a moment. Not until the process is collected: a zombie must not matter.
    await().until(() -> service.running().isEmpty());
    RunningService again = service.start();

    assertThat(again).isEqualTo(first);
    assertThat(holdsWhatWasWritten(again)).isTrue();
  }

  @Test
  void startsOnceWhenTwoStartItAtATime() {
    CompletableFuture<RunningService> one = CompletableFuture.supplyAsync(() -> in(home).start());
    CompletableFuture<RunningService> two = CompletableFuture.supplyAsync(() -> in(home).start());

    assertThat(one.join()).isEqualTo(two.join());
    assertThat(service.running().map(RunningService::address)).contains(one.join().address());
    assertThat(one.join().health()).isIn("ready", "green", "yellow");
  }

  @Test
  void runsBesideAnotherHomeUntilThatIsWiped() throws Exception {
    RunningService first = service.start();
    write(first);

    RunningService second = other.start();

    assertThat(second.port()).isNotEqualTo(first.port());
    assertThat(holdsWhatWasWritten(second)).isFalse();
    other.wipe();
    assertThat(other.running()).isEmpty();
    assertThat(otherHome.resolve(other.name())).doesNotExist();
    assertThat(service.running()).isPresent();
  }

  @Test
  void refusesAPortThatIsTakenAndNamesAFreeOne() throws IOException {
    try (ServerSocket taken =
        new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      LocalService demanding = other.onPort(taken.getLocalPort());

      assertThatThrownBy(demanding::start)
          .isInstanceOf(LocalServiceException.class)
          .hasMessageContaining("Port " + taken.getLocalPort() + " is taken")
          .hasMessageContaining("--port=");
    }
  }

  @Test
  void showsTheLogWhenItCannotStart() {
    LocalService broken = brokenIn(otherHome);

    assertThatThrownBy(broken::start)
        .isInstanceOf(LocalServiceException.class)
        .hasMessageContaining(complaint());
  }

  @Test
  void worksForAUserWhoIsNotRoot(@TempDir Path theirs) throws Exception {
    assumeTrue(owner(Path.of("/proc/self")) == 0, "not root: then each of these tests shows it");

    assertThat(asNobody("up", theirs)).isZero();
    try {
      assertThat(owner(Path.of("/proc", pid(theirs)))).isEqualTo(NOBODY);
    } finally {
      assertThat(asNobody("down", theirs)).isZero();
    }
  }

  private int asNobody(String command, Path folder) throws IOException {
    String services = "--services=" + service.name();
    try (PulseProcess pulse =
        PulseProcess.startBy(BECOMING_NOBODY, command, services, "--home=" + folder)) {
      return pulse.exitCode();
    }
  }

  private String pid(Path folder) throws IOException {
    return Files.readAllLines(pidFile(folder)).get(0).strip();
  }

  private static int owner(Path path) throws IOException {
    return (Integer) Files.getAttribute(path, "unix:uid");
  }

  private static void kill(long pid) {
    assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
  }
}
