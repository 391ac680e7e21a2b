package io.cloudpulse.tests.kit.bigquery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.cloud.bigquery.storage.v1.StorageError;
import com.google.protobuf.Any;
import com.google.rpc.Status;
import io.grpc.Status.Code;
import java.util.List;
import java.util.Optional;

/**
 * A stream of one writer's own, of the type {@code COMMITTED}: rows are appended as they are, each
 * at its offset, so a request that comes again is told so. See
 * https://cloud.google.com/bigquery/docs/write-api-streaming and {@code StorageError} in
 * https://cloud.google.com/bigquery/docs/reference/storage/rpc/google.cloud.bigquery.storage.v1
 */
final class OwnStream {
  private final Rest emulator;
  private final String path;
  private long length;

  /**
   * Of one table.
   *
   * @param path {@code PROJECT/datasets/DATASET/tables/TABLE}
   */
  OwnStream(Rest emulator, String path) {
    this.emulator = emulator;
    this.path = path;
  }

  /** What keeps rows from being appended there; empty if they are the next ones. */
  synchronized Optional<Status> refusal(long offset) {
    if (offset == length) {
      return Optional.empty();
    }
    boolean before = offset < length;
    StorageError.StorageErrorCode code =
        before
            ? StorageError.StorageErrorCode.OFFSET_ALREADY_EXISTS
            : StorageError.StorageErrorCode.OFFSET_OUT_OF_RANGE;
    StorageError error = StorageError.newBuilder().setCode(code).setEntity(path).build();
    return Optional.of(
        Status.newBuilder()
            .setCode((before ? Code.ALREADY_EXISTS : Code.OUT_OF_RANGE).value())
            .setMessage("The offset is %d, expected %d".formatted(offset, length))
            .addDetails(Any.pack(error))
            .build());
  }

  synchronized void append(List<ObjectNode> appended) {
    ObjectNode body = Rest.JSON.createObjectNode();
    ArrayNode rows = body.putArray("rows");
    appended.forEach(row -> rows.addObject().set("json", row));
    var unused = emulator.answer("POST", path + "/insertAll", body);
    length += appended.size();
  }
}
