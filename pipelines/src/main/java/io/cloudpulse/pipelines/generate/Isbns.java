package io.cloudpulse.pipelines.generate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.expression.Isbn;

/**
 * Book numbers whose check digits are right, in the ways they are written: ten places, the same
 * with hyphens, and thirteen. The numbers below are scattered over all there are, and the same in
 * every dataset, so that books and sightings of books meet.
 */
final class Isbns extends Values {
  private static final long ALL = 1_000_000_000;

  /** No factor in common with {@link #ALL}: no two numbers meet. */
  private static final long STEP = 387_420_489;

  private static final int HYPHENS = 1;
  private static final int THIRTEEN = 2;
  private static final int WAYS = 3;

  /** What is drawn where records need not differ. */
  private static final long DRAWN = 20_000;

  /** True if a derived field of the dataset reads the field as a book number. */
  static boolean areIn(Field field, Dataset dataset) {
    return dataset.fields().stream().anyMatch(other -> isOf(field, other));
  }

  /** True if the field tells the dataset's rows apart, by a key that is derived from it. */
  static boolean areKeyOf(Field field, Dataset dataset) {
    return dataset.fields().stream()
        .filter(other -> dataset.key().fields().contains(other.name()))
        .anyMatch(other -> isOf(field, other));
  }

  private static boolean isOf(Field field, Field derived) {
    return derived.derive().filter(cel -> cel.equals("isbn13(" + field.name() + ")")).isPresent();
  }

  @Override
  long size() {
    return ALL;
  }

  @Override
  long draw(Dice dice) {
    return dice.below(DRAWN);
  }

  @Override
  void write(long number, LineBuffer out) {
    out.put(value(number).getBytes(US_ASCII));
  }

  @Override
  String value(long number) {
    String digits = "%09d".formatted((number * STEP + STEP / 2) % ALL);
    String thirteen = thirteen("978" + digits);
    String ten = Isbn.isbn10(thirteen).orElseThrow();
    return switch ((int) (number % WAYS)) {
      case HYPHENS ->
          ten.charAt(0)
              + "-"
              + ten.substring(1, 4)
              + "-"
              + ten.substring(4, 9)
              + "-"
              + ten.charAt(9);
      case THIRTEEN -> thirteen;
      default -> ten;
    };
  }

  /** The one check digit that is right; of ten it is the thirteenth. */
  private static String thirteen(String digits) {
    for (char check = '0'; check <= '9'; check++) {
      if (Isbn.isbn13(digits + check).isPresent()) {
        return digits + check;
      }
    }
    throw new IllegalStateException(digits + " has no check digit");
  }

  /** The same with a check digit that is wrong. */
  byte[] broken(long number) {
    String right = value(number);
    char check = right.charAt(right.length() - 1);
    String wrong = right.substring(0, right.length() - 1) + (check == '0' ? '1' : '0');
    return wrong.getBytes(US_ASCII);
  }

  @Override
  boolean plain() {
    return true;
  }

  @Override
  boolean bareInJson() {
    return false;
  }
}
