package io.cloudpulse.pipelines.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Key;
import io.cloudpulse.schemas.Layout;
import io.cloudpulse.transforms.Reason;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneratorTest {
  /** More than two chunks: what threads do must not show. */
  private static final int SEVERAL_CHUNKS = 20_000;

  @Test
  void givesTheSameBytesOnEveryMachine() {
    Generated file = Generated.dirty(Samples.orders(Samples.LINES), 500);

    assertThat(file.sha256())
        .isEqualTo("9c06cbdd1c5a15f1a3c42b4e5b84caffabd0d1e8e165b4035fffa73c450dc09d");
  }

  @Test
  void givesOtherBytesForAnotherSeed() {
    Dataset orders = Samples.orders(Samples.LINES);

    Generated one = Generated.from(new Recipe(orders, Samples.LINES, 10, 1, 0, 0));
    Generated two = Generated.from(new Recipe(orders, Samples.LINES, 10, 2, 0, 0));

    assertThat(one.latin()).isNotEqualTo(two.latin());
  }

  @ParameterizedTest
  @CsvSource({"UTF-8,false", "UTF-8,true", "windows-1252,false", "windows-1252,true"})
  void holdsExactlyWhatItSays(String encoding, boolean multiline) {
    Layout layout = Layout.builder().encoding(encoding).multiline(multiline).preamble(2).build();

    Generated file = Generated.dirty(Samples.orders(layout), SEVERAL_CHUNKS);

    List<NaiveReader.Found> found =
        new NaiveReader(file.bytes(), Charset.forName(encoding), multiline).read(3);
    assertThat(found).hasSize(SEVERAL_CHUNKS);
    assertThat(counted(found)).isEqualTo(file.expected().refused());
    assertThat(good(found).map(NaiveReader.Found::text).distinct()).hasSize(18_000);
    assertThat(good(found).map(each -> each.values().get(0)).distinct())
        .hasSize((int) file.expected().distinctKeys());
    assertThat(good(found).filter(each -> each.values().get(1).matches("Alise|Alicia|Bop")).count())
        .isEqualTo(file.expected().corrections().get("name"))
        .isPositive();
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void saysWhereTheFirstBadRecordsAre(boolean multiline) {
    Layout layout = Layout.builder().multiline(multiline).build();

    Generated file = Generated.dirty(Samples.orders(layout), SEVERAL_CHUNKS);

    Map<Long, String> verdicts = new TreeMap<>();
    new NaiveReader(file.bytes(), Charset.forName("UTF-8"), multiline)
        .read(1)
        .forEach(found -> verdicts.put((long) found.line(), found.verdict()));
    file.expected()
        .firstRefused()
        .forEach(
            (reason, places) -> {
              assertThat(places).hasSize(5);
              for (Tally.Place place : places) {
                assertThat(verdicts.get(place.line())).isEqualTo(reason);
                assertThat(startOf(place.line(), file)).isEqualTo(place.offset());
              }
            });
  }

  @Test
  void plantsEveryReasonThatAFileCanHave() {
    Generated file = Generated.dirty(Samples.orders(Samples.LINES), 1_000);

    assertThat(file.expected().refused())
        .containsOnlyKeys(
            "encoding", "malformed", "field-count", "missing", "type", "range", "not-allowed")
        .containsEntry(Reason.ENCODING.code(), 8L);
    assertThat(file.expected().bad()).isEqualTo(50);
  }

  @Test
  void leavesQuotesOpenOverLineEndsToo() {
    Generated file = Generated.dirty(Samples.orders(Layout.builder().build()), SEVERAL_CHUNKS);

    List<String> lines = file.lines();
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).endsWith("\"never closed")) {
        open.add(i);
      }
    }

    assertThat(open)
        .isNotEmpty()
        .allSatisfy(i -> assertThat(lines.get(i + 1)).matches("\"\\d+\",.*"));
  }

  @Test
  void keepsRowsApartByContentWhereNoKeyIsDeclared() {
    Dataset byContent = Samples.orders(Samples.LINES).toBuilder().key(Key.content()).build();

    Generated file = Generated.clean(byContent, SEVERAL_CHUNKS);

    assertThat(file.lines()).doesNotHaveDuplicates();
  }

  @Test
  void countsEveryRecordAsARowWhereTheKeyIsThePosition() {
    Dataset byPosition = Samples.orders(Samples.LINES).toBuilder().key(Key.position()).build();

    Generated file = Generated.dirty(byPosition, 1_000);

    assertThat(file.expected().rowsInSink()).isEqualTo(950);
  }

  @Test
  void refusesMoreRowsThanThereAreKeys() {
    Dataset byDay =
        Samples.orders(Samples.LINES).toBuilder().key(Key.fields(List.of("day"))).build();

    assertThatThrownBy(() -> Generated.clean(byDay, 2_000))
        .isInstanceOf(Impossible.class)
        .hasMessageContaining("fewer than 2000 keys");
  }

  private static java.util.stream.Stream<NaiveReader.Found> good(List<NaiveReader.Found> found) {
    return found.stream().filter(each -> each.verdict().equals(NaiveReader.GOOD));
  }

  private static Map<String, Long> counted(List<NaiveReader.Found> found) {
    Map<String, Long> counted = new TreeMap<>();
    found.forEach(each -> counted.merge(each.verdict(), 1L, Long::sum));
    assertThat(counted.remove(NaiveReader.GOOD)).isEqualTo(19_000);
    return counted;
  }

  private static long startOf(long line, Generated file) {
    return file.lines().stream().limit(line - 1).mapToLong(text -> text.length() + 1).sum();
  }
}
