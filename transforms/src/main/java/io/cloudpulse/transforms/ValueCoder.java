package io.cloudpulse.transforms;

import io.cloudpulse.schemas.FieldType;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.util.VarInt;

/** Writes one value that is not null, of one carrier class. */
enum ValueCoder {
  TEXT {
    @Override
    void encode(Object value, OutputStream out) throws IOException {
      StringUtf8Coder.of().encode((String) value, out);
    }

    @Override
    Object decode(InputStream in) throws IOException {
      return StringUtf8Coder.of().decode(in);
    }
  },
  NUMBER {
    @Override
    void encode(Object value, OutputStream out) throws IOException {
      encodeSigned((Long) value, out);
    }

    @Override
    Object decode(InputStream in) throws IOException {
      return decodeSigned(in);
    }
  },
  DOUBLE {
    @Override
    void encode(Object value, OutputStream out) throws IOException {
      long bits = Double.doubleToLongBits((Double) value);
      for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
        out.write((int) (bits >>> shift));
      }
    }

    @Override
    Object decode(InputStream in) throws IOException {
      return Double.longBitsToDouble(new BigInteger(read(in, Long.BYTES)).longValue());
    }
  },
  DECIMAL {
    @Override
    void encode(Object value, OutputStream out) throws IOException {
      BigDecimal decimal = (BigDecimal) value;
      VarInt.encode(decimal.scale(), out);
      ByteArrayCoder.of().encode(decimal.unscaledValue().toByteArray(), out);
    }

    @Override
    Object decode(InputStream in) throws IOException {
      int scale = VarInt.decodeInt(in);
      return new BigDecimal(new BigInteger(ByteArrayCoder.of().decode(in)), scale);
    }
  },
  BOOLEAN {
    @Override
    void encode(Object value, OutputStream out) throws IOException {
      out.write((Boolean) value ? 1 : 0);
    }

    @Override
    Object decode(InputStream in) throws IOException {
      return read(in, 1)[0] != 0;
    }
  },
  DATE {
    @Override
    void encode(Object value, OutputStream out) throws IOException {
      encodeSigned(((LocalDate) value).toEpochDay(), out);
    }

    @Override
    Object decode(InputStream in) throws IOException {
      return LocalDate.ofEpochDay(decodeSigned(in));
    }
  },
  TIMESTAMP {
    @Override
    void encode(Object value, OutputStream out) throws IOException {
      Instant instant = (Instant) value;
      encodeSigned(instant.getEpochSecond(), out);
      VarInt.encode(instant.getNano(), out);
    }

    @Override
    Object decode(InputStream in) throws IOException {
      return Instant.ofEpochSecond(decodeSigned(in), VarInt.decodeInt(in));
    }
  };

  abstract void encode(Object value, OutputStream out) throws IOException;

  abstract Object decode(InputStream in) throws IOException;

  static ValueCoder of(FieldType type) {
    return switch (type.kind()) {
      case STRING, JSON -> TEXT;
      case INT64 -> NUMBER;
      case DOUBLE -> DOUBLE;
      case DECIMAL -> DECIMAL;
      case BOOLEAN -> BOOLEAN;
      case DATE -> DATE;
      case TIMESTAMP -> TIMESTAMP;
    };
  }

  /** Reads exactly so many bytes. */
  static byte[] read(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("a record ends in the middle of a value");
    }
    return bytes;
  }

  /** Small numbers of either sign take few bytes. */
  private static void encodeSigned(long value, OutputStream out) throws IOException {
    VarInt.encode((value << 1) ^ (value >> 63), out);
  }

  private static long decodeSigned(InputStream in) throws IOException {
    long folded = VarInt.decodeLong(in);
    return (folded >>> 1) ^ -(folded & 1);
  }
}
