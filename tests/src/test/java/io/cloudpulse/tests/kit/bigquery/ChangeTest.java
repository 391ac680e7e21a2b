package io.cloudpulse.tests.kit.bigquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in for BigQuery's changes keeps to what Google says of them. */
class ChangeTest {
  @ParameterizedTest
  @CsvSource({"2,1", "A,9", "ABC,B", "1/0,0/FFFF", "F/B,F/A", "FFFFFFFFFFFFFFFF,7FFFFFFFFFFFFFFF"})
  void takesTheGreaterSequenceNumber(String greater, String less) throws Exception {
    assertThat(change("UPSERT", greater, "a").supersedes(change("UPSERT", less, "a"))).isTrue();
    assertThat(change("DELETE", less, "a").supersedes(change("UPSERT", greater, "a"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "INSERT,1,a,The given value is not a valid CHANGE_TYPE in upsert mode: INSERT",
    "UPSERT,G,a,Invalid _CHANGE_SEQUENCE_NUMBER: G",
    "UPSERT,1/2/3/4/5,a,Invalid _CHANGE_SEQUENCE_NUMBER: 1/2/3/4/5",
    "UPSERT,1,abcdef,Field name: STRING(5) has maximum length 5 but got a value with length 6"
  })
  void refusesARowThatDoesNotFit(String type, String sequence, String name, String why) {
    assertThatThrownBy(() -> change(type, sequence, name)).hasMessage(why);
  }

  @Test
  void wantsWhatItsColumnRequires() {
    assertThatThrownBy(() -> change("DELETE", "1", null))
        .hasMessage("Field name: the value is required, and missing");
  }

  private static Change change(String type, String sequence, String name) throws Exception {
    Descriptor row = rowType("name", "_CHANGE_TYPE", "_CHANGE_SEQUENCE_NUMBER");
    DynamicMessage.Builder message =
        DynamicMessage.newBuilder(row)
            .setField(row.findFieldByName("_CHANGE_TYPE"), type)
            .setField(row.findFieldByName("_CHANGE_SEQUENCE_NUMBER"), sequence);
    if (name != null) {
      message.setField(row.findFieldByName("name"), name);
    }
    JsonNode column =
        Rest.JSON.readTree(
            "{\"name\":\"name\",\"type\":\"STRING\",\"mode\":\"REQUIRED\",\"maxLength\":\"5\"}");
    return Change.of(message.build(), List.of(ColumnRule.of(column)), List.of("name"));
  }

  private static Descriptor rowType(String... names) throws Exception {
    DescriptorProto.Builder message = DescriptorProto.newBuilder().setName("Row");
    for (String name : names) {
      message.addField(
          FieldDescriptorProto.newBuilder()
              .setName(name)
              .setNumber(message.getFieldCount() + 1)
              .setType(FieldDescriptorProto.Type.TYPE_STRING)
              .setLabel(FieldDescriptorProto.Label.LABEL_OPTIONAL));
    }
    FileDescriptorProto file =
        FileDescriptorProto.newBuilder().setName("row").addMessageType(message).build();
    return FileDescriptor.buildFrom(file, new FileDescriptor[0]).getMessageTypes().get(0);
  }
}
