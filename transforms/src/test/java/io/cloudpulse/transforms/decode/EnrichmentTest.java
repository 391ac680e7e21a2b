package io.cloudpulse.transforms.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.file.DatasetFile;
import io.cloudpulse.transforms.Lookup;
import io.cloudpulse.transforms.Reason;
import io.cloudpulse.transforms.Refusal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnrichmentTest {
  private static final String NUMBER = "9780306406157";
  private static final Object[] BOOK = {"El Faro", "Ada Meyer", new BigDecimal("4.20")};
  private static final Instant NOON = Instant.parse("2024-11-25T12:00:00Z");

  private final Map<Object, Object[]> table = new HashMap<>();
  private final List<Object> asked = new ArrayList<>();
  private final Lookup.Rows rows =
      key -> {
        asked.add(key[0]);
        return table.get(key[0]);
      };

  /** isbn, isbn_13, seen_at, known; title, authors, average_rating. */
  private static Dataset isbns(boolean required) {
    return DatasetFile.parse(
        "isbn.yaml",
        """
        dataset: books.sightings
        fields:
          isbn: {type: string, required: true}
          isbn_13: {type: string, derive: isbn13(isbn)}
          seen_at: {type: timestamp}
          known: {type: boolean, derive: title != null}
        enrich: {from: books.catalogue, on: {isbn_13: isbn_13}, take: [title, authors, average_rating], required: %s}
        key: [isbn_13]
        rules:
          - {name: is-an-isbn, check: isbn13(isbn) != null, message: isbn is no ISBN}
          - {name: not-too-good, check: average_rating == null || average_rating < 5, message: rated by its author}
        """
            .formatted(required));
  }

  private Object[] finished(Dataset dataset, String isbn) {
    Object[] values = {isbn, null, NOON, null, null, null, null};
    try (RecordFinisher finisher = new RecordFinisher(dataset, unused -> rows)) {
      finisher.derive(values);
    }
    return values;
  }

  @Test
  void takesTheFieldsOfTheMatch() {
    table.put(NUMBER, BOOK);

    assertThat(finished(isbns(true), "0-306-40615-2"))
        .containsExactly("0-306-40615-2", NUMBER, NOON, true, BOOK[0], BOOK[1], BOOK[2]);
  }

  @Test
  void hasNullsWithoutAMatch() {
    assertThat(finished(isbns(false), "0-306-40615-2"))
        .containsExactly("0-306-40615-2", NUMBER, NOON, false, null, null, null);
  }

  @Test
  void isRefusedWithoutAMatchThatItMustHave() {
    assertThatThrownBy(() -> finished(isbns(true), "0-306-40615-2"))
        .isInstanceOf(Refusal.class)
        .hasMessage("isbn_13 was 9780306406157, but books.catalogue has no row with that isbn_13")
        .extracting(refusal -> ((Refusal) refusal).reason())
        .isEqualTo(Reason.UNKNOWN);
  }

  @Test
  void looksNothingUpForARecordThatIsRefusedAnyway() {
    assertThatThrownBy(() -> finished(isbns(true), "0-306-40615-3"))
        .isInstanceOf(Refusal.class)
        .hasMessage("is-an-isbn: isbn is no ISBN");

    assertThat(asked).isEmpty();
  }

  @Test
  void checksRulesOverWhatWasLookedUp() {
    table.put(NUMBER, new Object[] {"Mine", "Me", new BigDecimal("5.00")});

    assertThatThrownBy(() -> finished(isbns(true), "0-306-40615-2"))
        .isInstanceOf(Refusal.class)
        .hasMessage("not-too-good: rated by its author");
  }

  @Test
  void failsAndDoesNotRefuseWhereTheTableCannotBeAsked() {
    Lookup broken =
        unused ->
            key -> {
              throw new IllegalStateException("connection lost");
            };

    try (RecordFinisher finisher = new RecordFinisher(isbns(false), broken)) {
      Object[] values = {"0-306-40615-2", null, NOON, null, null, null, null};
      assertThatThrownBy(() -> finisher.derive(values))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("connection lost");
    }
  }

  @Test
  void saysThatNoDatabaseWasNamed() {
    assertThatThrownBy(() -> new RecordFinisher(isbns(false)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("books.catalogue is looked up, but it is not said in which database");
  }

  @Test
  void asksAgainForARowOnceItsTimeHasPassed() {
    long[] now = {0};
    RememberedRows remembered =
        new RememberedRows(rows, Duration.ofSeconds(60), () -> now[0] * 1_000_000_000L);
    table.put(NUMBER, BOOK);
    assertThat(remembered.find(new Object[] {NUMBER})).isEqualTo(BOOK);
    table.put(NUMBER, new Object[] {"La Torre", "Ada Meyer", BOOK[2]});

    now[0] = 59;
    assertThat(remembered.find(new Object[] {NUMBER})[0]).isEqualTo("El Faro");
    now[0] = 61;
    assertThat(remembered.find(new Object[] {NUMBER})[0]).isEqualTo("La Torre");
    assertThat(asked).containsExactly(NUMBER, NUMBER);
  }

  @Test
  void asksSoonerForARowThatWasNotThere() {
    long[] now = {0};
    RememberedRows remembered =
        new RememberedRows(rows, Duration.ofSeconds(60), () -> now[0] * 1_000_000_000L);
    assertThat(remembered.find(new Object[] {NUMBER})).isNull();
    table.put(NUMBER, BOOK);

    now[0] = 5;
    assertThat(remembered.find(new Object[] {NUMBER})).isNull();
    now[0] = 7;
    assertThat(remembered.find(new Object[] {NUMBER})).isEqualTo(BOOK);
  }
}
