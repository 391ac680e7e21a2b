package io.cloudpulse.pipelines.demo.made;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Hunger, growth and prices of countries that do not exist, in the World Bank's wide form. */
public final class Figures {
  private static final int FIRST = 2001;
  private static final int LAST = 2025;
  private static final int CRISIS = 2009;

  /** Hungry is its share of undernourished people in the first year; poor lands mend faster. */
  private record Land(String name, String code, double hungry, double growth, double inflation) {}

  private static final List<Land> LANDS =
      List.of(
          new Land("Arcadia", "QAA", 31, 5.6, 8),
          new Land("Costaluna", "QAC", 22, 4.1, 6),
          new Land("Dunmark", "QAD", 14, 3.2, 4),
          new Land("Esperia", "QAE", 9, 3.9, 11),
          new Land("Fjordland", "QAF", 2.5, 1.8, 2),
          new Land("Meridia", "QAM", 18, 6.3, 5));

  private Figures() {}

  /** Of {@code indicators.values}; one record is one figure. */
  public static MadeRecords of(long seed) {
    List<String> lines = new ArrayList<>();
    for (Land land : LANDS) {
      Random dice = new Random(seed + land.code().hashCode());
      lines.add(hunger(land, dice));
      lines.add(around(land, "GDP growth (annual %)", "NY.GDP.MKTP.KD.ZG", land.growth(), dice));
      String prices = "Inflation, consumer prices (annual %)";
      lines.add(around(land, prices, "FP.CPI.TOTL.ZG", land.inflation(), dice));
    }
    String years =
        IntStream.rangeClosed(FIRST, LAST)
            .mapToObj(year -> "\"" + year + "\"")
            .collect(Collectors.joining(","));
    String preamble = "\"Data Source\",\"Made up\",\n\n\"Last Updated Date\",\"2026-11-27\",\n\n";
    String names = "\"Country Name\",\"Country Code\",\"Indicator Name\",\"Indicator Code\",";
    long figures = (long) lines.size() * (LAST - FIRST + 1);
    return new MadeRecords(preamble + names + years, lines, line -> line, "", false, figures);
  }

  private static String hunger(Land land, Random dice) {
    double share = land.hungry();
    List<Double> values = new ArrayList<>();
    for (int year = FIRST; year <= LAST; year++) {
      share = Math.max(2.5, share * (year == CRISIS ? 1.04 : 0.965 + 0.02 * dice.nextDouble()));
      values.add(share);
    }
    String name = "Prevalence of undernourishment (% of population)";
    return line(land, name, "SN.ITK.DEFC.ZS", values);
  }

  private static String around(Land land, String name, String code, double usual, Random dice) {
    List<Double> values = new ArrayList<>();
    for (int year = FIRST; year <= LAST; year++) {
      double shock = year == CRISIS ? -0.9 * usual : 0;
      values.add(usual + shock + 0.25 * usual * dice.nextGaussian());
    }
    return line(land, name, code, values);
  }

  private static String line(Land land, String name, String code, List<Double> values) {
    return values.stream()
        .map(value -> String.format(Locale.ROOT, "\"%.2f\"", value))
        .collect(
            Collectors.joining(
                ",",
                "\"%s\",\"%s\",\"%s\",\"%s\",".formatted(land.name(), land.code(), name, code),
                ""));
  }
}
