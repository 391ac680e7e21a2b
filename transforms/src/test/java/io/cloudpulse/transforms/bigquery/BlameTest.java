package io.cloudpulse.transforms.bigquery;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BlameTest {
  @ParameterizedTest
  @EnumSource(
      value = Status.Code.class,
      names = {
        "OK",
        "INVALID_ARGUMENT",
        "PERMISSION_DENIED",
        "UNAUTHENTICATED",
        "FAILED_PRECONDITION",
        "UNIMPLEMENTED",
        "ALREADY_EXISTS",
        "OUT_OF_RANGE",
        "DATA_LOSS"
      })
  void leavesToSomebodyWhatNoRetryMends(Status.Code code) {
    assertThat(Blame.of(code.toStatus().asRuntimeException())).isEqualTo(Blame.SETUP);
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.Code.class,
      names = {
        "UNAVAILABLE",
        "ABORTED",
        "INTERNAL",
        "RESOURCE_EXHAUSTED",
        "DEADLINE_EXCEEDED",
        "CANCELLED",
        "UNKNOWN",
        "NOT_FOUND"
      })
  void triesAgainWhatMayPass(Status.Code code) {
    assertThat(Blame.of(new IllegalStateException(code.toStatus().asRuntimeException())))
        .isEqualTo(Blame.MOMENT);
  }

  @Test
  void triesAgainWithoutAnAnswerButNotAfterAMistakeOfOurs() {
    assertThat(Blame.of(new TimeoutException())).isEqualTo(Blame.MOMENT);
    assertThat(Blame.of(new IllegalArgumentException("ours"))).isEqualTo(Blame.SETUP);
  }

  @Test
  void findsTheColumnThatAnErrorNames() {
    List<String> columns = List.of("id", "due_on");

    assertThat(RefusedRow.field(columns, "Field due_on: out of range")).isEqualTo("due_on");
    assertThat(RefusedRow.field(columns, "Errors found")).isEmpty();
  }
}
