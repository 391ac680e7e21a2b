package io.cloudpulse.schemas.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsbnTest {
  @ParameterizedTest
  @CsvSource({
    "0306406152, 0306406152, 9780306406157",
    "0-306-40615-2, 0306406152, 9780306406157",
    "080442957x, 080442957X, 9780804429573",
    "9780306406157, 0306406152, 9780306406157",
  })
  void knowsARightNumber(String published, String ten, String thirteen) {
    assertThat(Isbn.isbn10(published)).contains(ten);
    assertThat(Isbn.isbn13(published)).contains(thirteen);
  }

  @ParameterizedTest
  @CsvSource({
    "306406152, 0306406152",
    "20110030, 0020110030",
    "2000016, 0002000016",
  })
  void givesLostZerosBack(String published, String ten) {
    assertThat(Isbn.isbn10(published)).contains(ten);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0306406153", "306406151", "9780306406158", "30640X", "123456", "", " "})
  void takesNothingWhoseCheckDigitIsWrong(String published) {
    assertThat(Isbn.isbn10(published)).isEmpty();
    assertThat(Isbn.isbn13(published)).isEmpty();
  }

  @Test
  void doesNotGuessDigitsThatANotationCut() {
    assertThat(Isbn.isbn13("9.78030640615e+12")).isEmpty();
  }

  @Test
  void hasNoTenCharactersForANumberOutsideBookland() {
    assertThat(Isbn.isbn10("9791090636071")).isEmpty();
    assertThat(Isbn.isbn13("9791090636071")).contains("9791090636071");
  }
}
