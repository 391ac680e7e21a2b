package io.cloudpulse.pipelines.demo.made;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What people in data jobs might say they earn. */
public final class Pay {
  private static final int PEOPLE = 3_000;
  private static final List<String> PLACES = List.of("US", "US", "US", "GB", "DE", "CA");

  private record Role(String title, double median) {}

  private record Level(String code, double of) {}

  private static final List<Role> ROLES =
      List.of(
          new Role("Data Engineer", 138_000),
          new Role("Data Engineer", 138_000),
          new Role("Data Scientist", 146_000),
          new Role("Data Scientist", 146_000),
          new Role("Data Analyst", 101_000),
          new Role("Data Analyst", 101_000),
          new Role("Machine Learning Engineer", 171_000),
          new Role("Analytics Engineer", 149_000),
          new Role("Research Scientist", 176_000),
          new Role("Data Architect", 158_000),
          new Role("Business Intelligence Developer", 112_000),
          new Role("Data Manager", 121_000));
  private static final List<Level> LEVELS =
      List.of(
          new Level("EN", 0.68),
          new Level("MI", 0.86),
          new Level("SE", 1.08),
          new Level("EX", 1.4));

  private Pay() {}

  /** Of {@code salaries.jobs}, whose rows are told apart by their place. */
  public static MadeRecords of(long seed) {
    Random dice = new Random(seed);
    List<String> lines = new ArrayList<>();
    for (int person = 0; person < PEOPLE; person++) {
      lines.add(line(dice));
    }
    return new MadeRecords(
        "work_year,experience_level,employment_type,job_title,salary,salary_currency,salary_in_usd,"
            + "employee_residence,remote_ratio,company_location,company_size",
        lines,
        line -> line.replaceFirst(",USD,\\d+,", ",USD,a lot,"),
        "type",
        false,
        PEOPLE);
  }

  private static String line(Random dice) {
    Role role = one(ROLES, dice);
    Level level = one(LEVELS, dice);
    long salary = Math.round(role.median() * level.of() * Math.exp(0.22 * dice.nextGaussian()));
    String place = one(PLACES, dice);
    return "%d,%s,FT,%s,%d,USD,%d,%s,%d,%s,%s"
        .formatted(
            2023 + dice.nextInt(4),
            level.code(),
            role.title(),
            salary,
            salary,
            place,
            50 * dice.nextInt(3),
            place,
            one(List.of("S", "M", "M", "L"), dice));
  }

  private static <T> T one(List<T> all, Random dice) {
    return all.get(dice.nextInt(all.size()));
  }
}
