package io.cloudpulse.transforms.bigquery;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.bigquery.storage.v1.BigQueryWriteGrpc;
import com.google.cloud.bigquery.storage.v1.GetWriteStreamRequest;
import com.google.cloud.bigquery.storage.v1.ProtoRows;
import com.google.cloud.bigquery.storage.v1.ProtoSchema;
import com.google.cloud.bigquery.storage.v1.StreamWriter;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.tests.kit.bigquery.BigQuery;
import io.cloudpulse.tests.kit.bigquery.BigQueryServer;
import io.cloudpulse.tests.sinks.Deliveries;
import io.cloudpulse.transforms.SchemaPolicy;
import io.cloudpulse.transforms.VersionedRecord;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The messages we make, taken by the emulator's own Storage Write API, and not by what stands in
 * before it. It knows no changes, so it is told of the columns alone.
 */
@ExtendWith(BigQueryServer.class)
class EmulatorAppendIT {
  @Test
  void takesRowsAsTheyAreSent(BigQuery bigquery) throws Exception {
    bigquery.drop("appended");
    Dataset dataset = Deliveries.dataset("rows");
    BigQueryAddress address = BigQueryAddress.parse(bigquery.emulatorAddress("appended"));
    BigQueryPreparation.of(dataset, address, SchemaPolicy.REFUSE).prepare();
    RowMessage message = new RowMessage(Columns.of(dataset));
    ProtoRows.Builder rows = ProtoRows.newBuilder();
    for (VersionedRecord row : Deliveries.rows(1, 1_000, 1L << 62)) {
      rows.addSerializedRows(message.encode(row));
    }

    String stream = openDefaultStream(address, address.table(dataset));
    try (StreamWriter writer =
        new Clients(address)
            .writer(stream)
            .setWriterSchema(
                ProtoSchema.newBuilder().setProtoDescriptor(columnsOf(message)).build())
            .build()) {
      assertThat(writer.append(rows.build()).get(20, TimeUnit.SECONDS).hasError()).isFalse();
    }

    List<String> found = new ArrayList<>();
    new TableReader(dataset, address)
        .read((values, version) -> found.add(List.of(values) + " " + version));
    assertThat(found)
        .hasSize(1_000)
        .contains(
            "[7, customer 7, 12.50, 0.25, true, 2026-01-02, 2026-01-02T12:00:00.000001Z,"
                + " {\"a\":[1,null]}] 4611686018427387904");
  }

  /** The emulator has a default stream only after somebody has asked for it. */
  private static String openDefaultStream(BigQueryAddress address, BigQueryTable table) {
    ManagedChannel channel =
        Grpc.newChannelBuilder(
                URI.create(address.grpc()).getAuthority(), InsecureChannelCredentials.create())
            .build();
    try {
      String name = table.defaultStream().replace("/_default", "/streams/_default");
      return BigQueryWriteGrpc.newBlockingStub(channel)
          .getWriteStream(GetWriteStreamRequest.newBuilder().setName(name).build())
          .getName()
          .replaceFirst("/streams/.*", "/streams/_default");
    } finally {
      channel.shutdownNow();
    }
  }

  private static DescriptorProto columnsOf(RowMessage message) {
    DescriptorProto.Builder columns = message.descriptor().toBuilder();
    return columns
        .removeField(columns.getFieldCount() - 1)
        .removeField(columns.getFieldCount() - 1)
        .build();
  }
}
