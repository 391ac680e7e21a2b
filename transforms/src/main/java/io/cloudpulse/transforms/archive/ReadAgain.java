package io.cloudpulse.transforms.archive;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.TallyCounter;
import io.cloudpulse.transforms.VersionedRecord;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Reads archived records of one source by the steps of their first reading. */
public interface ReadAgain {
  /**
   * Where what becomes of them goes.
   *
   * @param range as in {@link VersionedRecord#range}
   */
  record Outputs(
      String range,
      TallyCounter tally,
      Consumer<VersionedRecord> accepted,
      Consumer<DeadLetter> refused) {}

  /**
   * Reads one; what comes of it is handed over before this returns.
   *
   * @param layout place of the layout among the dataset's
   * @param header names of the columns; empty for JSON
   */
  void read(ArchivedRecord record, int layout, List<String> header) throws IOException;
}
