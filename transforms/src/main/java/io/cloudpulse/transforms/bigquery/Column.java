package io.cloudpulse.transforms.bigquery;

import com.google.api.services.bigquery.model.TableFieldSchema;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import java.util.List;

/**
 * A column of a dataset's table.
 *
 * @param place of its values among a record's; {@link #OF_THE_VERSION} for the version itself
 * @param required whether BigQuery takes no row without it
 * @param scale digits after the point; 0 unless it has a point
 */
record Column(String name, Kind kind, int place, boolean required, int scale) {
  static final int OF_THE_VERSION = -1;

  /** BigQuery's types, each with the type that carries it in a message. */
  enum Kind {
    STRING(FieldDescriptorProto.Type.TYPE_STRING),
    INT64(FieldDescriptorProto.Type.TYPE_INT64),
    FLOAT64(FieldDescriptorProto.Type.TYPE_DOUBLE),
    NUMERIC(FieldDescriptorProto.Type.TYPE_STRING),
    BIGNUMERIC(FieldDescriptorProto.Type.TYPE_STRING),
    BOOL(FieldDescriptorProto.Type.TYPE_BOOL),
    /** Days since 1970. */
    DATE(FieldDescriptorProto.Type.TYPE_INT32),
    /** Microseconds since 1970. */
    TIMESTAMP(FieldDescriptorProto.Type.TYPE_INT64),
    JSON(FieldDescriptorProto.Type.TYPE_STRING);

    private final FieldDescriptorProto.Type carrier;

    Kind(FieldDescriptorProto.Type carrier) {
      this.carrier = carrier;
    }

    FieldDescriptorProto.Type carrier() {
      return carrier;
    }

    /** The type of a name, which the REST API may answer in its older form. */
    static String canonical(String type) {
      return switch (type) {
        case "INTEGER" -> "INT64";
        case "FLOAT" -> "FLOAT64";
        case "BOOLEAN" -> "BOOL";
        default -> type;
      };
    }
  }

  /** How many values a row of these columns has. */
  static int valuesOf(List<Column> columns) {
    return 1 + columns.stream().mapToInt(Column::place).max().orElse(OF_THE_VERSION);
  }

  static Column of(TableFieldSchema field, int place) {
    return new Column(
        field.getName(),
        Kind.valueOf(Kind.canonical(field.getType())),
        place,
        "REQUIRED".equals(field.getMode()),
        field.getScale() == null ? 0 : Math.toIntExact(field.getScale()));
  }
}
