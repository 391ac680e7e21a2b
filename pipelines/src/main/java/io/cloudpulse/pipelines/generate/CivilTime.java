package io.cloudpulse.pipelines.generate;

/** Calendar and clock of a moment, by arithmetic: LocalDateTime makes three objects for each. */
record CivilTime(long year, int month, int day, int secondOfDay) {
  private static final int DAY = 86_400;
  private static final int DAYS_TO_1970 = 719_468;
  private static final int DAYS_IN_400_YEARS = 146_097;

  /** Counts years from March, so that the leap day is the last of its year. */
  static CivilTime of(long second) {
    long days = Math.floorDiv(second, (long) DAY) + DAYS_TO_1970;
    long era = Math.floorDiv(days, (long) DAYS_IN_400_YEARS);
    int dayOfEra = (int) (days - era * DAYS_IN_400_YEARS);
    int year = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    int dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100);
    int march = (5 * dayOfYear + 2) / 153;
    int day = dayOfYear - (153 * march + 2) / 5 + 1;
    int month = march < 10 ? march + 3 : march - 9;
    long calendarYear = year + era * 400 + (month <= 2 ? 1 : 0);
    return new CivilTime(calendarYear, month, day, (int) Math.floorMod(second, (long) DAY));
  }

  /** By the letter that {@link java.time.format.DateTimeFormatter} has for it. */
  long part(char letter) {
    return switch (letter) {
      case 'y', 'u' -> year;
      case 'M' -> month;
      case 'd' -> day;
      case 'H' -> secondOfDay / 3_600;
      case 'm' -> secondOfDay / 60 % 60;
      case 's' -> secondOfDay % 60;
      default -> 0;
    };
  }
}
