package io.cloudpulse.transforms.elasticsearch;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.Refusal;
import io.cloudpulse.transforms.RefusedRecord;
import io.cloudpulse.transforms.VersionedRecord;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a dead letter of a record that Elasticsearch refused, with what was said about it. */
final class RefusedDocument {
  private static final Pattern FIELD = Pattern.compile("field \\[([^\\]]+)]|field=\"([^\"]+)\"");

  private RefusedDocument() {}

  /** Of one that was never sent, because no document can hold it. */
  static DeadLetter deadLetter(ElasticsearchSink sink, VersionedRecord row, Refusal refusal) {
    return letter(sink, row, refusal.getMessage(), refusal.field());
  }

  static DeadLetter deadLetter(ElasticsearchSink sink, VersionedRecord row, BulkItem item) {
    return letter(sink, row, "Elasticsearch refused it: " + item, field(item.reason()));
  }

  private static DeadLetter letter(
      ElasticsearchSink sink, VersionedRecord row, String message, String field) {
    return RefusedRecord.by(sink.address(), sink.run(), sink.dataset(), row)
        .setMessage(message)
        .setField(field)
        .build();
  }

  /** The field that an error names, if it names one. */
  static String field(String reason) {
    Matcher named = FIELD.matcher(reason);
    if (!named.find()) {
      return "";
    }
    return named.group(1) == null ? named.group(2) : named.group(1);
  }
}
