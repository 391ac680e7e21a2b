package io.cloudpulse.pipelines.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.pipelines.verify.RowDifference.ColumnDifference;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerifyTableTest {
  @Test
  void showsCountsAndTheFirstOfEachDifference() {
    RowDifference missing = new RowDifference(Map.of("id", "1"), "/in/a.csv, byte 8", List.of());
    RowDifference different =
        new RowDifference(
            Map.of("id", "3"), "", List.of(new ColumnDifference("name", "null", null)));

    assertThat(VerifyTable.of(report(List.of(missing), List.of(different))))
        .isEqualTo(
            """
            dataset        a.b from files:/in/*.csv
            sink           jdbc:postgresql://h/d
            read           1,000,003
            refused        1 while reading
                           4 by the sink
            matching       999,900
            missing        97
            extra          0
            different      1
            time           1.5 s
            Missing in the sink, the first 1 of 97:
              id 1  (/in/a.csv, byte 8)
            Different:
              id 3
                name                 expected "null", found null
            The sink does not hold what the source says.
            """);
  }

  private static VerifyReport report(List<RowDifference> missing, List<RowDifference> different) {
    return new VerifyReport(
        "a.b",
        "files:/in/*.csv",
        "jdbc:postgresql://h/d",
        "flink",
        "",
        1.5,
        1_000_003,
        1,
        999_900,
        97,
        0,
        1,
        4,
        List.of(),
        missing,
        List.of(),
        different,
        6);
  }
}
