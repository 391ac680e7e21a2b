package io.cloudpulse.pipelines.verify;

import java.util.Comparator;
import java.util.List;

/** Orders keys for a person: numbers by value, all else as text, absent ones first. */
enum KeyTexts implements Comparator<List<String>> {
  IN_ORDER;

  @Override
  public int compare(List<String> left, List<String> right) {
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int order = Comparator.nullsFirst(KeyTexts::compareTexts).compare(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  private static int compareTexts(String left, String right) {
    boolean numbers = isCount(left) && isCount(right);
    int byLength = numbers ? Integer.compare(left.length(), right.length()) : 0;
    return byLength != 0 ? byLength : left.compareTo(right);
  }

  private static boolean isCount(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
