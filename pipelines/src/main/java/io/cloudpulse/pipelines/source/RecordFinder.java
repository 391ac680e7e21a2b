package io.cloudpulse.pipelines.source;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Reads single records of a source again, to show them. */
public interface RecordFinder extends AutoCloseable {
  /**
   * A record that was read.
   *
   * @param range its place among {@link SourceWork#rangeNames}; negative if it is none of them
   * @param key the texts of its key
   */
  record Read(int range, long offset, List<String> key) {}

  /** Where it is, for a person. */
  String place(Read record);

  /** The values of the records that it may be; none if they cannot be had again. */
  List<Object[]> values(Read record) throws IOException, SQLException;

  @Override
  default void close() throws SQLException {}

  /** Of a source whose records are not read twice for that. */
  static RecordFinder byName(List<String> ranges) {
    return new RecordFinder() {
      @Override
      public String place(Read record) {
        String range = record.range() < 0 ? "" : ranges.get(record.range());
        return range.replaceFirst("#[^#]*$", "") + ", offset " + record.offset();
      }

      @Override
      public List<Object[]> values(Read record) {
        return List.of();
      }
    };
  }
}
