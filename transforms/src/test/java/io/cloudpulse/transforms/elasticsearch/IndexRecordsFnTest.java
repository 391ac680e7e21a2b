package io.cloudpulse.transforms.elasticsearch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.util.SerializableUtils;
import org.joda.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where no server is, so that any write shows as a failure. */
class IndexRecordsFnTest {
  private IndexRecordsFn fn;

  @BeforeEach
  void setUpAWorkersCopy() throws IOException, SQLException {
    fn = SerializableUtils.clone(new IndexRecordsFn(TestDocuments.nowhere()));
    fn.setUp();
    fn.startBundle();
    fn.add(TestDocuments.row(1, "ship", 1.0), Instant.EPOCH, GlobalWindow.INSTANCE, null);
  }

  @Test
  void writesWhatABundleHoldsAtItsEnd() {
    assertThatThrownBy(() -> fn.finishBundle(null))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Elasticsearch at 127.0.0.1:1 did not take a batch");
  }

  @Test
  void forgetsWhatAFailedBundleLeft() {
    fn.startBundle();

    assertThatCode(() -> fn.finishBundle(null)).doesNotThrowAnyException();
  }
}
