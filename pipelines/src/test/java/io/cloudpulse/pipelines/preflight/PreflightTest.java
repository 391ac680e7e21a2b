package io.cloudpulse.pipelines.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpulse.pipelines.flags.RunnerProfile;
import io.cloudpulse.pipelines.flags.StoppedException;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.GenerateSequence;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PreflightTest {
  @BeforeEach
  void lookAtTheShippedRunners() {
    System.setProperty(RunnerProfile.FOLDER, "../runners-config");
  }

  @AfterEach
  void forget() {
    System.clearProperty(RunnerProfile.FOLDER);
  }

  @Test
  void refusesAnEventTimeTimerInAStreamOnSparkAndSaysTheWayOut() {
    assertThat(preflight("spark", Mode.STREAMING).problems())
        .filteredOn(problem -> problem.contains("timers"))
        .containsExactlyInAnyOrder(
            "spark, streaming: Close visits needs event-time timers (timer \"close\"): in Beam's"
                + " streams on Spark they never fire; a DoFn that declares another timer first is"
                + " let in, and they are silent. Run it in rounds, or on Flink: --runner=flink."
                + " To run it all the same: --force='Close visits'",
            "spark, streaming: Close visits needs processing-time timers (timer \"beat\"): Beam's"
                + " own streams on Spark pass over what came while they were down. Run it in"
                + " rounds, which --mode=streaming is on Spark, or on Flink: --runner=flink."
                + " To run it all the same: --force='Close visits'");
  }

  @Test
  void acceptsTheTimerOfABatchOnSpark() {
    assertThat(preflight("spark", Mode.BATCH).refused())
        .extracting(StepVerdict::step)
        .containsExactly("Read clicks");
  }

  @Test
  void acceptsTheSameOnFlink() {
    Preflight flink = preflight("flink", Mode.STREAMING);

    flink.stopIfRefused();
    assertThat(flink.verdicts())
        .filteredOn(verdict -> verdict.step().equals("Close visits"))
        .extracting(verdict -> verdict.level() + " " + verdict.requirement().words())
        .containsExactlyInAnyOrder(
            "OK bag state (state \"clicks\")",
            "OK processing-time timers (timer \"beat\")",
            "OK event-time timers (timer \"close\")");
  }

  @Test
  void tellsEverythingThatIsRefusedAtOnce() {
    Preflight spark = preflight("spark", Mode.STREAMING);

    assertThatThrownBy(spark::stopIfRefused)
        .isInstanceOfSatisfying(
            StoppedException.class, stopped -> assertThat(stopped.exitCode()).isEqualTo(3))
        .hasMessageContainingAll("event-time timers", "bag state", "an unbounded source");
  }

  @Test
  void letsForcedStepsThroughAndRemembersThem() {
    Preflight forced = preflight("spark", Mode.BATCH, "Read clicks");

    forced.checkForced();
    forced.stopIfRefused();
    assertThat(forced.forcedThrough()).extracting(StepVerdict::step).containsExactly("Read clicks");
  }

  @Test
  void refusesToForceStepsThatAreNotThere() {
    assertThatThrownBy(preflight("flink", Mode.STREAMING, "Close visit", "Weigh")::checkForced)
        .isInstanceOfSatisfying(
            StoppedException.class, stopped -> assertThat(stopped.exitCode()).isEqualTo(2))
        .hasMessage(
            "--force was \"Close visit\", but no step is called that. Did you mean Close visits?\n"
                + "--force was \"Weigh\", but no step is called that. ./pulse plan shows the steps");
  }

  /** The rounds read what the source holds, range by range. */
  @Test
  void takesAnUnboundedSourceForTheRoundsThatReadIt() {
    assertThat(preflight("spark", Mode.ROUNDS).problems()).isEmpty();
  }

  @Test
  void runsAStreamAsRoundsWhereTheRunnerSaysSo() {
    assertThat(Capabilities.of("spark").mode(true)).isEqualTo(Mode.ROUNDS);
    assertThat(Capabilities.of("spark").mode(false)).isEqualTo(Mode.BATCH);
    assertThat(Capabilities.of("flink").mode(true)).isEqualTo(Mode.STREAMING);
  }

  private static Preflight preflight(String runner, Mode mode, String... forced) {
    Pipeline pipeline = Pipeline.create();
    pipeline
        .apply("Read clicks", GenerateSequence.from(0))
        .apply("Name them", WithKeys.<String, Long>of("k").withKeyType(TypeDescriptors.strings()))
        .apply(
            "Count down",
            MapElements.into(
                    TypeDescriptors.kvs(TypeDescriptors.strings(), TypeDescriptors.integers()))
                .via(click -> KV.of(click.getKey(), 1)))
        .apply("Close visits", ParDo.of(new VisitsFn()));
    return Preflight.of(pipeline, Capabilities.of(runner), mode, new Forced(List.of(forced)));
  }
}
