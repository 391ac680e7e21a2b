package io.cloudpulse.transforms.elasticsearch;

import io.cloudpulse.transforms.VersionedRecord;

/**
 * A record as Elasticsearch is to take it.
 *
 * @param place among the records of its batch
 * @param id of the document its row is
 */
record Document(int place, String id, VersionedRecord row) {
  long version() {
    return row.version();
  }

  boolean isDeleted() {
    return row.deleted();
  }
}
