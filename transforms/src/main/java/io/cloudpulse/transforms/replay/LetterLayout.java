package io.cloudpulse.transforms.replay;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.Layout;
import io.cloudpulse.schemas.Layout.Format;
import io.cloudpulse.transforms.Reading;
import io.cloudpulse.transforms.decode.Columns;
import io.cloudpulse.transforms.files.HeaderAt;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds out how the lines of one page are to be read: as they were, if that is known and the
 * dataset still reads them so; else as JSON if a brace opens them; else as the file they came from;
 * else as the dataset's own columns in order.
 */
final class LetterLayout {
  /** A layout's place among the dataset's, and the names of the columns. */
  record Found(int layout, List<String> header) {}

  private final Dataset dataset;
  private final String source;
  private Optional<Found> ofFile;

  LetterLayout(Dataset dataset, String source) {
    this.dataset = dataset;
    this.source = source;
  }

  Found of(ReplayLine line, Reading reading, boolean brace) throws IOException {
    if (fits(reading.layout(), reading.header())) {
      return new Found(reading.layout(), reading.header());
    }
    Optional<Found> known = withHeader(reading.header());
    if (known.isPresent()) {
      return known.get();
    }
    Optional<Integer> json = first(Format.JSONL);
    Optional<Integer> csv = first(Format.CSV);
    if (json.isPresent() && (brace || csv.isEmpty())) {
      return new Found(json.get(), List.of());
    }
    return ofFile(line).orElseGet(() -> new Found(csv.orElseThrow(), ownHeader(csv.get())));
  }

  /** The dataset's layouts may have been put in another order since. */
  private Optional<Found> withHeader(List<String> header) {
    return IntStream.range(0, header.isEmpty() ? 0 : dataset.layouts().size())
        .filter(layout -> fits(layout, header))
        .mapToObj(layout -> new Found(layout, header))
        .findFirst();
  }

  private boolean fits(int layout, List<String> header) {
    if (layout < 0 || layout >= dataset.layouts().size()) {
      return false;
    }
    Layout of = dataset.layouts().get(layout);
    return of.format() == Format.JSONL
        ? header.isEmpty()
        : !header.isEmpty() && Columns.bind(dataset, of, header).missing().isEmpty();
  }

  private Optional<Integer> first(Format format) {
    for (int i = 0; i < dataset.layouts().size(); i++) {
      if (dataset.layouts().get(i).format() == format) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** One look for the whole page: counting up to a record's place takes a while. */
  private Optional<Found> ofFile(ReplayLine line) throws IOException {
    if (ofFile == null) {
      ofFile =
          HeaderAt.of(dataset, source, line.offset(), line.original())
              .map(found -> new Found(found.layout(), found.header()));
    }
    return ofFile;
  }

  private List<String> ownHeader(int layout) {
    List<String> header = dataset.layouts().get(layout).header();
    return header.isEmpty()
        ? dataset.fields().stream().filter(Field::isRead).map(Field::name).toList()
        : header;
  }
}
