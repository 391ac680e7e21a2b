package io.cloudpulse.tests.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.schemas.Key;
import io.cloudpulse.schemas.Layout;
import io.cloudpulse.tests.kit.RealData;
import io.cloudpulse.transforms.ReadOutputs;
import io.cloudpulse.transforms.files.FileListing;
import io.cloudpulse.transforms.files.ReadFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files made to break CSV readers: what is right is read exactly, what is wrong is refused. */
class TortureIT {
  private static final FileListing.Options AT_NOON =
      FileListing.Options.of(Optional.of(Instant.parse("2026-01-02T12:00:00Z")), false);

  static Stream<TortureFiles> good() throws IOException {
    // Its JSON tells of another phone number, and its quotes stand inside a bare field.
    return TortureFiles.good().filter(file -> !file.is("location_coordinates.csv"));
  }

  @ParameterizedTest
  @MethodSource("good")
  void readsWhatTheFileHolds(TortureFiles file) {
    Reading reading = Reading.of(file.csv(), file.columns());

    PAssert.that(reading.refused()).empty();
    PAssert.that(reading.records()).containsInAnyOrder(file.records());
    reading.run();
  }

  @Test
  void keepsBlankLinesAsRecordsWhereThereIsOneColumn() {
    Layout headless = Layout.builder().nulls(List.of()).header(List.of("value")).build();
    Dataset dataset = dataset(List.of("value")).toBuilder().layouts(List.of(headless)).build();
    Reading reading = Reading.of(csv("all-empty"), dataset);

    PAssert.that(reading.refused()).empty();
    PAssert.that(reading.records()).containsInAnyOrder(List.of(List.of(""), List.of("")));
    reading.run();
  }

  @Test
  void refusesTheFileWhoseQuotesAreNotEscaped() {
    Path csv = RealData.folder().resolve("torture_csv_spectrum/csvs/location_coordinates.csv");
    Reading reading =
        Reading.of(
            csv, List.of("Contact Phone Number", "Location Coordinates", "Cities", "Counties"));

    PAssert.that(reading.records()).empty();
    PAssert.that(reading.refused())
        .containsInAnyOrder(
            csv + ":2 malformed: a quote stands inside a field that does not start with one");
    reading.run();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bad-header-less-fields          | field-count: the record has 2 fields, but the header has 3
          bad-header-more-fields          | field-count: the record has 4 fields, but the header has 3
          bad-missing-quote               | malformed: a quote is opened and never closed
          bad-quotes-with-unescaped-quote | malformed: a quote is opened and never closed
          bad-unescaped-quote             | malformed: a quote stands inside a field that does not start with one
          """)
  void refusesTheRecordWithFileLineAndReason(String name, String reason) {
    Path csv = csv(name);
    Reading reading = Reading.of(csv, List.of("foo", "bar", "baz"));

    PAssert.that(reading.records()).empty();
    PAssert.that(reading.refused()).containsInAnyOrder(csv + ":2 " + reason);
    reading.run();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bad-header-no-header    | 1: there is no header
          bad-header-wrong-header | 1: the header lacks foo, bar, baz; it has qux, quux, quuz
          """)
  void stopsBeforeARowIsReadIfTheHeaderIsWrong(String name, String problem) {
    Path csv = csv(name);

    FileListing listing =
        FileListing.of(dataset(List.of("foo", "bar", "baz")), csv.toString(), AT_NOON);

    assertThat(listing.problems()).containsExactly(csv + ":" + problem);
    assertThat(listing.ranges()).isEmpty();
  }

  private static Path csv(String name) {
    return RealData.folder().resolve("torture_csv_test_data/csv/" + name + ".csv");
  }

  /** Texts alone, of which none means null. */
  private static Dataset dataset(List<String> columns) {
    return Dataset.builder()
        .name("tests.torture")
        .layouts(List.of(Layout.builder().nulls(List.of()).build()))
        .fields(
            columns.stream()
                .map(
                    column -> Field.of(column, FieldType.STRING).toBuilder().required(true).build())
                .toList())
        .key(Key.content())
        .build();
  }

  /** A pipeline that reads one file as a move does. */
  private record Reading(Pipeline pipeline, PCollectionTuple read, int columns) {
    static Reading of(Path csv, List<String> columns) {
      return of(csv, dataset(columns));
    }

    static Reading of(Path csv, Dataset dataset) {
      FileListing listing = FileListing.of(dataset, csv.toString(), AT_NOON);
      assertThat(listing.problems()).isEmpty();
      Pipeline pipeline =
          Pipeline.create(PipelineOptionsFactory.fromArgs("--runner=DirectRunner").create());
      return new Reading(
          pipeline,
          pipeline.apply(ReadFiles.of(dataset, listing.ranges(), "run", false)),
          dataset.fields().size());
    }

    PCollection<List<String>> records() {
      int count = columns;
      return read.get(ReadOutputs.RECORDS)
          .apply(
              "To texts",
              MapElements.into(TypeDescriptors.lists(TypeDescriptors.strings()))
                  .via(
                      record ->
                          Arrays.stream(record.values(), 0, count).map(String::valueOf).toList()));
    }

    PCollection<String> refused() {
      return read.get(ReadOutputs.REFUSED)
          .apply(
              "To lines",
              MapElements.into(TypeDescriptors.strings())
                  .via(
                      letter ->
                          "%s:%d %s: %s"
                              .formatted(
                                  letter.getSource(),
                                  letter.getLine(),
                                  letter.getReason(),
                                  letter.getMessage())));
    }

    void run() {
      pipeline.run().waitUntilFinish();
    }
  }
}
