package io.cloudpulse.pipelines.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.VersionedRecordCoder;
import io.cloudpulse.transforms.likelihood.Example;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.junit.jupiter.api.Test;

class ExampleFilesTest {
  @Test
  void bringsEachExampleOnceToTheBitInOrder() throws Exception {
    Example odd = new Example("b\tc", 7, true, new double[] {1 / 3.0, -0.0, Double.MIN_VALUE});
    Example first = new Example("a", 9, false, new double[] {1e300, 2, 3});
    Example before = new Example("a", 8, false, new double[] {1, 2, 3});
    try (ExampleFiles files = ExampleFiles.create()) {
      Pipeline pipeline = Pipeline.create();
      var unused =
          pipeline
              .apply(
                  Create.of(List.of(row(odd), row(first), row(before), row(first)))
                      .withCoder(VersionedRecordCoder.of(Example.dataset(Rolls.SCHEMA))))
              .apply(files.write());
      var unusedResult = pipeline.run().waitUntilFinish();

      List<Example> read = files.read();

      assertThat(read).extracting(Example::session).containsExactly("a", "a", "b c");
      assertThat(read).extracting(Example::at).containsExactly(8L, 9L, 7L);
      assertThat(read.get(2).bought()).isTrue();
      assertThat(read.get(2).features()).containsExactly(odd.features());
      assertThat(read.get(1).features()).containsExactly(first.features());
    }
  }

  private static VersionedRecord row(Example example) {
    return new VersionedRecord("", 0, 0, 0, example.values(), new byte[0]);
  }
}
