package io.cloudpulse.transforms.bigquery;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.Refusal;
import io.cloudpulse.transforms.RefusedRecord;
import io.cloudpulse.transforms.VersionedRecord;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a dead letter of a record that BigQuery refused, with what was said about it. */
final class RefusedRow {
  private static final Pattern WORD = Pattern.compile("\\w+");

  private RefusedRow() {}

  /** Of one that was never sent, because no row can hold it. */
  static DeadLetter deadLetter(BigQuerySink sink, VersionedRecord row, Refusal refusal) {
    return letter(sink, row, refusal.getMessage(), refusal.field());
  }

  static DeadLetter deadLetter(BigQuerySink sink, VersionedRecord row, String said) {
    return letter(sink, row, "BigQuery refused it: " + said, field(sink, said));
  }

  private static DeadLetter letter(
      BigQuerySink sink, VersionedRecord row, String message, String field) {
    return RefusedRecord.by(sink.address(), sink.run(), sink.dataset(), row)
        .setMessage(message)
        .setField(field)
        .build();
  }

  private static String field(BigQuerySink sink, String said) {
    return field(Columns.of(sink.dataset()).stream().map(Column::name).toList(), said);
  }

  /** The column that an error names, if it names one: how it does so is not documented. */
  static String field(List<String> columns, String said) {
    Matcher word = WORD.matcher(said);
    while (word.find()) {
      if (columns.contains(word.group())) {
        return word.group();
      }
    }
    return "";
  }
}
