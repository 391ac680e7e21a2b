package io.cloudpulse.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.schemas.Key;
import io.cloudpulse.schemas.Layout;
import java.io.EOFException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.beam.sdk.util.CoderUtils;

class VersionedRecordCoderTest {
  private static final Dataset EVERYTHING =
      Dataset.builder()
          .name("tests.everything")
          .layouts(List.of(Layout.builder().build()))
          .fields(
              List.of(
                  Field.of("a", FieldType.STRING),
                  Field.of("b", FieldType.INT64),
                  Field.of("c", FieldType.DOUBLE),
                  Field.of("d", FieldType.decimal(38, 20)),
                  Field.of("e", FieldType.BOOLEAN),
                  Field.of("f", FieldType.DATE),
                  Field.of("g", FieldType.TIMESTAMP),
                  Field.of("h", FieldType.JSON)))
          .key(Key.position())
          .build();

  private static final VersionedRecordCoder CODER = VersionedRecordCoder.of(EVERYTHING);

  @Property(tries = 300)
  void givesBackWhatItWasGiven(@ForAll("records") VersionedRecord row) throws Exception {
    VersionedRecord back =
        CoderUtils.decodeFromByteArray(CODER, CoderUtils.encodeToByteArray(CODER, row));

    assertThat(back.values()).containsExactly(row.values());
    assertThat(back.original()).isEqualTo(row.original());
    assertThat(List.of(back.range(), back.ordinal(), back.offset(), back.version()))
        .isEqualTo(List.of(row.range(), row.ordinal(), row.offset(), row.version()));
  }

  @Example
  void refusesARecordThatEndsTooEarly() throws Exception {
    byte[] bytes = CoderUtils.encodeToByteArray(CODER, row(new Object[10], new byte[0]));

    assertThatThrownBy(
            () -> CoderUtils.decodeFromByteArray(CODER, Arrays.copyOf(bytes, bytes.length - 2)))
        .rootCause()
        .isInstanceOf(EOFException.class)
        .hasMessage("a record ends in the middle of a value");
  }

  @Provide
  Arbitrary<VersionedRecord> records() {
    Arbitrary<Object> text =
        Arbitraries.of("", "plain", "na\u00efve \ud83d\ude00", "\0").map(t -> t);
    Arbitrary<Object> number = Arbitraries.longs().map(n -> n);
    List<Arbitrary<Object>> values =
        List.of(
            text,
            number,
            doubles(),
            decimals(),
            flags(),
            dates(),
            timestamps(),
            text,
            text,
            number);
    List<Arbitrary<Object>> nullable = values.stream().map(value -> value.injectNull(0.2)).toList();
    Arbitrary<byte[]> original = Arbitraries.bytes().array(byte[].class).ofMaxSize(40);
    return Combinators.combine(Combinators.combine(nullable).as(List::toArray), original)
        .as(VersionedRecordCoderTest::row);
  }

  private static Arbitrary<Object> doubles() {
    return Arbitraries.oneOf(
        Arbitraries.doubles().map(d -> d), Arbitraries.of(-0.0, Double.NaN, Double.MAX_VALUE));
  }

  private static Arbitrary<Object> decimals() {
    BigInteger most = BigInteger.TEN.pow(38);
    return Arbitraries.bigIntegers()
        .between(most.negate(), most)
        .map(unscaled -> new BigDecimal(unscaled, 20));
  }

  private static Arbitrary<Object> flags() {
    return Arbitraries.of(true, false);
  }

  private static Arbitrary<Object> dates() {
    return Arbitraries.integers().map(day -> LocalDate.ofEpochDay(day));
  }

  private static Arbitrary<Object> timestamps() {
    return Combinators.combine(
            Arbitraries.longs().between(-99_999_999_999L, 99_999_999_999L),
            Arbitraries.integers().between(0, 999_999))
        .as((second, micro) -> Instant.ofEpochSecond(second, micro * 1_000L));
  }

  private static VersionedRecord row(Object[] values, byte[] original) {
    return new VersionedRecord("files:/a#0-9", 3, 1L << 40, Long.MAX_VALUE, values, original);
  }
}
