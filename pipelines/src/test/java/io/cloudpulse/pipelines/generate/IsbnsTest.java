package io.cloudpulse.pipelines.generate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Layout;
import io.cloudpulse.schemas.expression.Isbn;
import io.cloudpulse.schemas.file.Datasets;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class IsbnsTest {
  private static final int SOME = 5_000;
  private static final Dataset ISBN = Datasets.named("books.isbn");
  private static final Dataset TEAMS = Datasets.named("sports.teams");

  private final Isbns isbns = new Isbns();

  @Test
  void areNumbersOfDifferentBooks() {
    assertThat(LongStream.range(0, SOME).mapToObj(isbns::value).map(Isbn::isbn13).distinct())
        .hasSize(SOME)
        .doesNotContain(Optional.empty());
  }

  @Test
  void areNoNumbersOnceBroken() {
    assertThat(
            LongStream.range(0, SOME)
                .mapToObj(number -> new String(isbns.broken(number), UTF_8))
                .map(Isbn::isbn13)
                .distinct())
        .containsExactly(Optional.empty());
  }

  @Test
  void keyTheirMessagesByTheBook() {
    Blueprint blueprint = Blueprint.of(recipe(ISBN, ISBN.layouts().get(0)));
    LineBuffer line = new LineBuffer(100);
    RowWriter rows = new RowWriter(blueprint, line);

    rows.write(0);

    assertThat(new MessageKeys(blueprint).of(rows.draft())).isEqualTo(Isbn.isbn13(isbns.value(0)));
    assertThat(new String(line.toBytes(), UTF_8)).contains(isbns.value(0));
  }

  @Test
  void aKeyOfSeveralFieldsIsAnObject() {
    Blueprint blueprint = Blueprint.of(recipe(TEAMS, TEAMS.layouts().get(0)));
    RowWriter rows = new RowWriter(blueprint, new LineBuffer(100));

    rows.write(0);

    assertThat(new MessageKeys(blueprint).of(rows.draft()).orElseThrow())
        .matches("\\{\"year\":\"\\d+\",\"team\":\"[^\"]+\"}");
  }

  @Test
  void theAddressToReadFromSaysWhatTheMessagesDoNot() {
    assertThat(GeneratedTopic.query(recipe(ISBN, ISBN.layouts().get(0)))).isEmpty();
    assertThat(GeneratedTopic.query(recipe(ISBN, ISBN.layouts().get(1))))
        .isEqualTo("?header=isbn,seen_at");
  }

  private static Recipe recipe(Dataset dataset, Layout layout) {
    return new Recipe(dataset, layout, 100, 1, 0, 0);
  }
}
