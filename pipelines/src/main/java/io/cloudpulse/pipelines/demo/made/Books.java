package io.cloudpulse.pipelines.demo.made;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** A shelf of books that nobody wrote, with how readers rate them. */
public final class Books {
  private static final int BOOKS = 1_200;
  private static final List<String> FIRST =
      List.of(
          "The Lighthouse",
          "The Harbour",
          "A Winter",
          "The Cartographer",
          "The Last Ferry",
          "Salt",
          "The Glass Orchard",
          "The Quiet River",
          "An Island",
          "The Clockmaker");
  private static final List<String> THEN =
      List.of(
          "at the End of the World",
          "of Small Hours",
          "in Translation",
          "and the Sea",
          "Without Birds",
          "of Brass and Bone",
          "under Snow",
          "for Beginners",
          "of Lost Letters",
          "before the Rain");
  private static final List<String> GIVEN =
      List.of("Ada", "José", "Zoë", "Ben", "Ida", "Ravi", "Mona", "Tomás", "Aiko", "Lena");
  private static final List<String> FAMILY =
      List.of(
          "Meyer", "Lima", "Smith", "Okoye", "Holm", "Nair", "Brandt", "Silva", "Mori", "Novák");

  private Books() {}

  /** Of {@code books.catalogue}. */
  public static MadeRecords of(long seed) {
    Random dice = new Random(seed);
    List<String> lines = new ArrayList<>();
    for (int book = 1; book <= BOOKS; book++) {
      lines.add(line(book, dice));
    }
    return MadeRecords.repeating(
        "book_id,goodreads_book_id,authors,original_publication_year,original_title,title,"
            + "language_code,average_rating,ratings_count,work_ratings_count,"
            + "ratings_1,ratings_2,ratings_3,ratings_4,ratings_5",
        lines,
        line -> line.replaceFirst("^(\\d+),\\d+,", "$1,,"),
        "missing");
  }

  private static String line(int book, Random dice) {
    String title = one(FIRST, dice) + " " + one(THEN, dice);
    long[] stars = stars(dice);
    long all = 0;
    long sum = 0;
    for (int i = 0; i < stars.length; i++) {
      all += stars[i];
      sum += stars[i] * (i + 1);
    }
    String ratings =
        java.util.Arrays.stream(stars).mapToObj(Long::toString).collect(Collectors.joining(","));
    return "%d,%d,%s %s,%d,%s,%s,eng,%.2f,%d,%d,%s"
        .formatted(
            book,
            100_000 + book,
            one(GIVEN, dice),
            one(FAMILY, dice),
            1900 + dice.nextInt(125),
            title,
            title,
            (double) sum / all,
            all,
            all,
            ratings);
  }

  private static long[] stars(Random dice) {
    double readers = 40 * Math.exp(1.5 + dice.nextGaussian());
    double liked = 0.5 + 0.5 * dice.nextDouble();
    return new long[] {
      1 + Math.round(readers * 0.2 * (1 - liked)),
      1 + Math.round(readers * 0.4 * (1 - liked)),
      1 + Math.round(readers * 0.25),
      1 + Math.round(readers * 0.35 * liked),
      1 + Math.round(readers * 0.45 * liked)
    };
  }

  private static <T> T one(List<T> all, Random dice) {
    return all.get(dice.nextInt(all.size()));
  }
}
