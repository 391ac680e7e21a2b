package io.cloudpulse.transforms.files;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Layout;
import io.cloudpulse.transforms.decode.Columns;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;

/**
 * The layout that a file turned out to have: the first whose required columns its header has.
 *
 * @param problem why no layout fits, beginning with the line; empty if one does
 */
record LayoutChoice(int layout, Header header, Optional<String> problem) {

  static LayoutChoice of(Dataset dataset, Metadata file) throws IOException {
    LayoutChoice nearest = null;
    int fewest = Integer.MAX_VALUE;
    for (int i = 0; i < dataset.layouts().size(); i++) {
      Layout layout = dataset.layouts().get(i);
      if (dataset.layouts().size() > 1 && !FirstCharacter.suits(file, layout)) {
        continue;
      }
      Header header = Header.read(file, layout);
      List<String> missing = missing(dataset, layout, header);
      if (header.isThere() && missing.isEmpty()) {
        return new LayoutChoice(i, header, Optional.empty());
      }
      if (missing.size() < fewest) {
        fewest = missing.size();
        nearest = new LayoutChoice(i, header, Optional.of(problem(header, missing)));
      }
    }
    return nearest == null ? unreadable() : nearest;
  }

  private static LayoutChoice unreadable() {
    Header none = new Header(List.of(), 0, 1, "");
    return new LayoutChoice(0, none, Optional.of("1: no layout of the dataset reads such a file"));
  }

  private static List<String> missing(Dataset dataset, Layout layout, Header header) {
    return layout.format() == Layout.Format.JSONL || !header.isThere()
        ? List.of()
        : Columns.bind(dataset, layout, header.names()).missing();
  }

  private static String problem(Header header, List<String> missing) {
    if (!header.isThere()) {
      return header.line() + ": " + header.problem();
    }
    return (header.line() - 1)
        + ": the header lacks "
        + String.join(", ", missing)
        + "; it has "
        + String.join(", ", header.names());
  }
}
