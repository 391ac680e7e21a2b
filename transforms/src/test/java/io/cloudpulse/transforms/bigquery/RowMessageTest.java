package io.cloudpulse.transforms.bigquery;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import io.cloudpulse.transforms.VersionedRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RowMessageTest {
  private final RowMessage message = new RowMessage(Columns.of(Samples.DATASET));

  @Test
  void namesEachColumnThenWhatIsToBeDone() {
    assertThat(
            message.descriptor().getFieldList().stream()
                .map(f -> f.getNumber() + " " + f.getName() + " " + f.getType()))
        .containsExactly(
            "1 id TYPE_INT64",
            "2 name TYPE_STRING",
            "3 price TYPE_STRING",
            "4 big TYPE_STRING",
            "5 weight TYPE_DOUBLE",
            "6 good TYPE_BOOL",
            "7 day TYPE_INT32",
            "8 moment TYPE_INT64",
            "9 more TYPE_STRING",
            "10 _version TYPE_INT64",
            "11 _CHANGE_TYPE TYPE_STRING",
            "12 _CHANGE_SEQUENCE_NUMBER TYPE_STRING");
  }

  @Test
  void writesTheGreatestValuesExactly() throws Exception {
    VersionedRecord row =
        Samples.row(
            Long.MAX_VALUE,
            Long.MIN_VALUE,
            "\u00e9\ud83d\ude00\0",
            new BigDecimal("-9999999999.99"),
            new BigDecimal("99999999999999999999.999999999999999999"),
            Double.MAX_VALUE,
            true,
            LocalDate.of(9999, 12, 31),
            Instant.parse("9999-12-31T23:59:59.999999Z"),
            "{\"a\":[1,null]}");

    assertThat(texts(row))
        .isEqualTo(
            "id=-9223372036854775808 name=\u00e9\ud83d\ude00\0 price=-9999999999.99"
                + " big=99999999999999999999.999999999999999999 weight=1.7976931348623157E308"
                + " good=true day=2932896 moment=253402300799999999 more={\"a\":[1,null]}"
                + " _version=9223372036854775807 _CHANGE_TYPE=UPSERT"
                + " _CHANGE_SEQUENCE_NUMBER=7FFFFFFFFFFFFFFF");
  }

  @Test
  void writesTimesBeforeTheEpochAndFirstDaysExactly() throws Exception {
    VersionedRecord row =
        Samples.row(
            0,
            0L,
            "",
            new BigDecimal("0.00"),
            new BigDecimal("0E-18"),
            -0.0,
            false,
            LocalDate.of(1, 1, 1),
            Instant.parse("1969-12-31T23:59:59.999999Z"),
            "null");

    assertThat(texts(row))
        .isEqualTo(
            "id=0 name= price=0.00 big=0.000000000000000000 weight=-0.0 good=false day=-719162"
                + " moment=-1 more=null _version=0 _CHANGE_TYPE=UPSERT"
                + " _CHANGE_SEQUENCE_NUMBER=0000000000000000");
  }

  @Test
  void leavesNullsOut() throws Exception {
    assertThat(texts(Samples.row(10, 3L, null, null, null, null, null, null, null, null)))
        .isEqualTo("id=3 _version=10 _CHANGE_TYPE=UPSERT _CHANGE_SEQUENCE_NUMBER=000000000000000A");
  }

  @Test
  void carriesTheKeyAndTheVersionOfWhatIsDeleted() throws Exception {
    assertThat(texts(Samples.deleted(255, 3)))
        .isEqualTo(
            "id=3 _version=255 _CHANGE_TYPE=DELETE _CHANGE_SEQUENCE_NUMBER=00000000000000FF");
  }

  @Test
  void givesADeletedRowWhatItsTableRequires() throws Exception {
    List<Column> required =
        Columns.of(Samples.DATASET).stream()
            .map(c -> new Column(c.name(), c.kind(), c.place(), true, c.scale()))
            .toList();

    assertThat(texts(new RowMessage(required), Samples.deleted(1, 3)))
        .startsWith(
            "id=3 name= price=0 big=0 weight=0.0 good=false day=0 moment=0 more=null _version=1");
  }

  private String texts(VersionedRecord row) throws Exception {
    return texts(message, row);
  }

  private static String texts(RowMessage message, VersionedRecord row) throws Exception {
    FileDescriptorProto file =
        FileDescriptorProto.newBuilder()
            .setName("row")
            .addMessageType(message.descriptor())
            .build();
    Descriptor type =
        FileDescriptor.buildFrom(file, new FileDescriptor[0]).getMessageTypes().get(0);
    DynamicMessage read = DynamicMessage.parseFrom(type, message.encode(row));
    assertThat(read.getUnknownFields().asMap()).isEmpty();
    return type.getFields().stream()
        .filter(read::hasField)
        .map((FieldDescriptor field) -> field.getName() + "=" + read.getField(field))
        .collect(Collectors.joining(" "));
  }
}
