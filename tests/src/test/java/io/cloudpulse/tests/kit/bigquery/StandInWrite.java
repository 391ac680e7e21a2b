package io.cloudpulse.tests.kit.bigquery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.cloud.bigquery.storage.v1.AppendRowsRequest;
import com.google.cloud.bigquery.storage.v1.AppendRowsResponse;
import com.google.cloud.bigquery.storage.v1.BigQueryWriteGrpc;
import com.google.cloud.bigquery.storage.v1.CreateWriteStreamRequest;
import com.google.cloud.bigquery.storage.v1.RowError;
import com.google.cloud.bigquery.storage.v1.WriteStream;
import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * BigQuery's Storage Write API before an emulator that knows no change data capture. Takes rows for
 * default streams, one way only: as changes to the rows of their keys, as
 * https://cloud.google.com/bigquery/docs/change-data-capture describes them. A request with a row
 * that does not fit its columns is refused as a whole, with what is wrong with which row: see
 * {@code AppendRowsResponse.row_errors} in
 * https://cloud.google.com/bigquery/docs/reference/storage/rpc/google.cloud.bigquery.storage.v1.
 */
final class StandInWrite extends BigQueryWriteGrpc.BigQueryWriteImplBase {
  private static final Set<String> PSEUDO = Set.of("_CHANGE_TYPE", "_CHANGE_SEQUENCE_NUMBER");

  private final Rest emulator;
  private final Troubles troubles;
  private final Map<String, ChangedTable> tables = new ConcurrentHashMap<>();
  private final Map<String, OwnStream> streams = new ConcurrentHashMap<>();

  StandInWrite(Rest emulator, Troubles troubles) {
    this.emulator = emulator;
    this.troubles = troubles;
  }

  /** Brings all changes into the emulator's tables. */
  void merge() {
    tables.values().forEach(ChangedTable::merge);
  }

  /** Forgets the changes of tables that are gone. */
  void forget(String path) {
    tables.keySet().removeIf(table -> table.equals(path) || table.startsWith(path + "/"));
  }

  /** Forgets all changes. */
  void forget() {
    tables.clear();
  }

  /** Gives a table another schema. */
  void alter(String path, JsonNode changed) {
    tables.computeIfAbsent(path, unused -> new ChangedTable(emulator, path)).alter(changed);
  }

  @Override
  public synchronized void createWriteStream(
      CreateWriteStreamRequest request, StreamObserver<WriteStream> answers) {
    String path = request.getParent().replaceFirst("^projects/", "");
    String name = request.getParent() + "/streams/" + streams.size();
    streams.put(name, new OwnStream(emulator, path));
    answers.onNext(request.getWriteStream().toBuilder().setName(name).build());
    answers.onCompleted();
  }

  @Override
  public StreamObserver<AppendRowsRequest> appendRows(StreamObserver<AppendRowsResponse> answers) {
    return new Connection(answers);
  }

  /** What one client sends: the first request says where to, and what rows look like. */
  private final class Connection implements StreamObserver<AppendRowsRequest> {
    private final StreamObserver<AppendRowsResponse> answers;
    private String stream;
    private ChangedTable table;
    private Descriptor rowType;
    private List<ColumnRule> columns;
    private List<String> key;
    private boolean ended;

    Connection(StreamObserver<AppendRowsResponse> answers) {
      this.answers = answers;
    }

    @Override
    public void onNext(AppendRowsRequest request) {
      if (ended) {
        return;
      }
      try {
        troubles.before();
        open(request);
        List<ByteString> rows = request.getProtoRows().getRows().getSerializedRowsList();
        OwnStream own = streams.get(stream);
        AppendRowsResponse answer =
            own == null ? append(rows) : append(rows, own, request.getOffset().getValue());
        troubles.after();
        answers.onNext(answer);
      } catch (StatusRuntimeException failure) {
        ended = true;
        answers.onError(failure);
      }
    }

    private void open(AppendRowsRequest request) {
      if (!request.getWriteStream().isEmpty()) {
        stream = request.getWriteStream();
      }
      if (request.getProtoRows().hasWriterSchema()) {
        rowType = type(request.getProtoRows().getWriterSchema().getProtoDescriptor());
        String path =
            stream.replaceFirst("^projects/", "").replaceFirst("(/streams)?/(_default|\\d+)$", "");
        JsonNode resource = resource(path);
        table = tables.computeIfAbsent(path, unused -> new ChangedTable(emulator, path));
        columns = new ArrayList<>();
        resource.at("/schema/fields").forEach(field -> columns.add(ColumnRule.of(field)));
        key = new ArrayList<>();
        resource.at("/tableConstraints/primaryKey/columns").forEach(c -> key.add(c.asText()));
        if (!streams.containsKey(stream)) {
          check();
        }
      }
    }

    private JsonNode resource(String path) {
      try {
        return new ChangedTable(emulator, path).resource();
      } catch (AssertionError missing) {
        throw io.grpc.Status.NOT_FOUND
            .withDescription("Requested entity was not found. Entity: " + stream)
            .asRuntimeException();
      }
    }

    private void check() {
      Set<String> names = columns.stream().map(ColumnRule::name).collect(Collectors.toSet());
      rowType.getFields().stream()
          .map(Descriptors.FieldDescriptor::getName)
          .filter(name -> !names.contains(name) && !PSEUDO.contains(name))
          .findFirst()
          .ifPresent(
              name -> {
                throw invalid(
                    "Input schema has more fields than BigQuery schema, extra fields: " + name);
              });
      if (key.isEmpty()) {
        throw invalid("a table without a primary key takes no changes");
      }
    }

    private AppendRowsResponse append(List<ByteString> rows) {
      List<Change> changes = new ArrayList<>();
      AppendRowsResponse.Builder refused = AppendRowsResponse.newBuilder();
      for (int i = 0; i < rows.size(); i++) {
        try {
          changes.add(Change.of(DynamicMessage.parseFrom(rowType, rows.get(i)), columns, key));
        } catch (ColumnRule.BadRow bad) {
          refused.addRowErrors(
              RowError.newBuilder()
                  .setIndex(i)
                  .setCode(RowError.RowErrorCode.FIELDS_ERROR)
                  .setMessage(bad.getMessage()));
        } catch (InvalidProtocolBufferException wrong) {
          throw invalid("Invalid proto message: " + wrong.getMessage());
        }
      }
      if (refused.getRowErrorsCount() > 0) {
        return refused.setWriteStream(stream).setError(errors()).build();
      }
      table.take(changes);
      return AppendRowsResponse.newBuilder()
          .setWriteStream(stream)
          .setAppendResult(AppendRowsResponse.AppendResult.getDefaultInstance())
          .build();
    }

    private AppendRowsResponse append(List<ByteString> rows, OwnStream own, long offset) {
      AppendRowsResponse.Builder answer = AppendRowsResponse.newBuilder().setWriteStream(stream);
      Optional<Status> refusal = own.refusal(offset);
      if (refusal.isPresent()) {
        return answer.setError(refusal.get()).build();
      }
      own.append(rows.stream().map(this::row).toList());
      return answer.setAppendResult(AppendRowsResponse.AppendResult.getDefaultInstance()).build();
    }

    private ObjectNode row(ByteString bytes) {
      try {
        return ColumnRule.row(DynamicMessage.parseFrom(rowType, bytes), columns);
      } catch (InvalidProtocolBufferException wrong) {
        throw invalid("Invalid proto message: " + wrong.getMessage());
      }
    }

    private Status.Builder errors() {
      return Status.newBuilder()
          .setCode(io.grpc.Status.Code.INVALID_ARGUMENT.value())
          .setMessage("Errors found while processing rows. Entity: " + stream);
    }

    @Override
    public void onError(Throwable lost) {
      ended = true;
    }

    @Override
    public void onCompleted() {
      answers.onCompleted();
    }
  }

  private static Descriptor type(DescriptorProto message) {
    try {
      return FileDescriptor.buildFrom(
              FileDescriptorProto.newBuilder().setName("row").addMessageType(message).build(),
              new FileDescriptor[0])
          .findMessageTypeByName(message.getName());
    } catch (Descriptors.DescriptorValidationException wrong) {
      throw invalid("Invalid proto schema: " + wrong.getMessage());
    }
  }

  private static StatusRuntimeException invalid(String message) {
    return io.grpc.Status.INVALID_ARGUMENT.withDescription(message).asRuntimeException();
  }
}
