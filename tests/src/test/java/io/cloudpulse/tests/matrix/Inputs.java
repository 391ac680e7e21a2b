package io.cloudpulse.tests.matrix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.cloudpulse.pipelines.generate.Expected;
import io.cloudpulse.pipelines.generate.Generator;
import io.cloudpulse.pipelines.generate.Recipe;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.file.Datasets;
import io.cloudpulse.tests.live.ShopEvents;
import io.cloudpulse.transforms.Aggregate;
import io.cloudpulse.transforms.activity.ActivityAggregates;
import io.cloudpulse.transforms.activity.ActivityWindows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the matrix moves: the same bytes on every machine. */
final class Inputs {
  /** When orders are said to have been true, or the first message about one to have been sent. */
  static final String AS_OF = "2026-11-01T00:00:00Z";

  private static final int RECORDS = 400;

  private Inputs() {}

  static List<Input> all() throws IOException {
    return List.of(orders(), events(), numbers());
  }

  /** Rows that change: which of two is the later, their place in the load tells. */
  private static Input orders() throws IOException {
    Dataset dataset = Datasets.named("northwind.orders");
    Generated first = Generated.of(dataset, RECORDS, 1, 0.05);
    Generated second = Generated.of(dataset, RECORDS, 2, 0);
    List<String> keys = first.twice().stream().map(line -> key(line)).toList();
    List<String> changed =
        second.lines().stream().distinct().filter(line -> keys.contains(key(line))).toList();
    return new Input(
        List.of(dataset),
        first.header(),
        joined(first.lines(), changed),
        true,
        Planted.of(first.expected()).with(changed.size()),
        List.of());
  }

  private static String key(String line) {
    return line.substring(0, line.indexOf(','));
  }

  /** Events, which never change; shuffled, they are late by up to an hour and must all count. */
  private static Input events() {
    ShopEvents events = ShopEvents.generated(RECORDS, 29);
    Dataset dataset = Datasets.named("activity.events");
    Stream<Dataset> computed =
        ActivityAggregates.in(ActivityWindows.ofGeneration(0)).stream().map(Aggregate::dataset);
    return new Input(
        Stream.concat(Stream.of(dataset), computed).toList(),
        ShopEvents.HEADER,
        events.lines(),
        false,
        new Planted(RECORDS, Map.of("type", (long) events.bad()), events.rows()),
        List.of("--allowedLateness=P30D"));
  }

  /** Book numbers, completed from a catalogue; some are seen again, before and after. */
  private static Input numbers() throws IOException {
    Dataset dataset = Datasets.named("books.isbn");
    Generated generated = Generated.of(dataset, RECORDS, 3, 0.05);
    List<String> again =
        generated.twice().stream()
            .flatMap(line -> Stream.of(seen(line, "2000-01-01"), seen(line, "2099-12-31")))
            .toList();
    return new Input(
        List.of(dataset),
        "",
        joined(generated.lines(), again),
        false,
        Planted.of(generated.expected()).with(again.size()),
        List.of());
  }

  private static String seen(String line, String day) {
    return line.replaceFirst("(\"seen_at\":\")\\d{4}-\\d\\d-\\d\\d", "$1" + day);
  }

  private static List<String> joined(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  /** The lines of a file, and what must be found in it. */
  private record Generated(String header, List<String> lines, Expected expected) {
    static Generated of(Dataset dataset, int records, int seed, double dirty) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      Recipe recipe = new Recipe(dataset, dataset.layouts().get(0), records, seed, dirty, 0.05);
      Expected expected = Generator.of(recipe).writeTo(bytes);
      List<String> lines = new ArrayList<>(List.of(bytes.toString(ISO_8859_1).split("\n")));
      boolean headed = lines.size() > records;
      return new Generated(headed ? lines.remove(0) : "", List.copyOf(lines), expected);
    }

    /** Each of those that stand there twice, which are good ones. */
    List<String> twice() {
      return lines.stream()
          .filter(line -> Collections.frequency(lines, line) > 1)
          .distinct()
          .toList();
    }
  }
}
