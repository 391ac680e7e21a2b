package io.cloudpulse.schemas.expression;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Book numbers as they were before a spreadsheet had them.
 *
 * <p>Hyphens and spaces are dropped. A number of seven to nine digits has lost leading zeros and
 * gets them back: ISBN-10 has ten places, and the groups that begin with more than three zeros are
 * too rare to tell from other numbers. Nothing else is guessed, and nothing is taken whose check
 * digit is wrong. A number in scientific notation has lost digits that no rule brings back.
 *
 * <p>Check digits after the ISBN Users' Manual of the International ISBN Agency (ISO 2108).
 * ISBN-10: the digits times 10, 9 and so on to 1 add up to a multiple of 11, where X is ten.
 * ISBN-13: the digits times 1 and 3 by turns add up to a multiple of 10.
 */
public final class Isbn {
  private static final Pattern SEPARATORS = Pattern.compile("[\\s-]");
  private static final Pattern TEN = Pattern.compile("\\d{9}[\\dX]");
  private static final Pattern TEN_WITHOUT_ZEROS = Pattern.compile("\\d{7,9}");
  private static final Pattern THIRTEEN = Pattern.compile("97[89]\\d{10}");
  private static final String BOOKLAND = "978";

  private Isbn() {}

  /** The ten characters that a text stands for; empty if it stands for none. */
  public static Optional<String> isbn10(String published) {
    String digits = digits(published);
    if (isThirteen(digits)) {
      return Optional.of(digits).filter(isbn -> isbn.startsWith(BOOKLAND)).map(Isbn::toTen);
    }
    String padded = TEN_WITHOUT_ZEROS.matcher(digits).matches() ? padded(digits) : digits;
    return Optional.of(padded).filter(Isbn::isTen);
  }

  /** The thirteen digits that a text stands for; empty if it stands for none. */
  public static Optional<String> isbn13(String published) {
    String digits = digits(published);
    return isThirteen(digits) ? Optional.of(digits) : isbn10(digits).map(Isbn::toThirteen);
  }

  private static String digits(String published) {
    return SEPARATORS.matcher(published).replaceAll("").toUpperCase(Locale.ROOT);
  }

  private static String padded(String digits) {
    return "0".repeat(10 - digits.length()) + digits;
  }

  private static boolean isTen(String isbn) {
    return TEN.matcher(isbn).matches() && isbn.charAt(9) == checkOfTen(isbn);
  }

  private static boolean isThirteen(String isbn) {
    return THIRTEEN.matcher(isbn).matches() && isbn.charAt(12) == checkOfThirteen(isbn);
  }

  private static String toThirteen(String ten) {
    String digits = BOOKLAND + ten.substring(0, 9);
    return digits + checkOfThirteen(digits);
  }

  private static String toTen(String thirteen) {
    String digits = thirteen.substring(BOOKLAND.length(), 12);
    return digits + checkOfTen(digits);
  }

  private static char checkOfTen(String digits) {
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += (10 - i) * Character.digit(digits.charAt(i), 10);
    }
    int check = (11 - sum % 11) % 11;
    return check == 10 ? 'X' : Character.forDigit(check, 10);
  }

  private static char checkOfThirteen(String digits) {
    int sum = 0;
    for (int i = 0; i < 12; i++) {
      sum += (i % 2 == 0 ? 1 : 3) * Character.digit(digits.charAt(i), 10);
    }
    return Character.forDigit((10 - sum % 10) % 10, 10);
  }
}
