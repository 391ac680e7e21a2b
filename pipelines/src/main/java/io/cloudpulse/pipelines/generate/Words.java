package io.cloudpulse.pipelines.generate;

import java.util.ArrayList;
import java.util.List;

/** Short words that a person can read aloud, for texts that have no examples. */
final class Words {
  private static final String CONSONANTS = "bdfgklmnprstvz";
  private static final String VOWELS = "aeiou";
  private static final int STOCK = 1_000;

  private Words() {}

  /** The same phrases of one to three words for the same seed and field. */
  static List<String> phrases(long seed, String field) {
    Dice dice = new Dice(seed, hash(field));
    List<String> phrases = new ArrayList<>();
    for (int i = 0; i < STOCK; i++) {
      phrases.add(phrase(dice));
    }
    return phrases.stream().distinct().toList();
  }

  private static String phrase(Dice dice) {
    StringBuilder phrase = new StringBuilder(word(dice));
    for (long more = dice.below(3); more > 0; more--) {
      phrase.append(' ').append(word(dice));
    }
    return phrase.toString();
  }

  /** At least four letters, so that none is a customary word for null such as "na" or "nil". */
  private static String word(Dice dice) {
    StringBuilder word = new StringBuilder();
    for (long syllables = 2 + dice.below(2); syllables > 0; syllables--) {
      word.append(letterOf(CONSONANTS, dice)).append(letterOf(VOWELS, dice));
    }
    return word.toString();
  }

  private static char letterOf(String letters, Dice dice) {
    return letters.charAt((int) dice.below(letters.length()));
  }

  private static long hash(String text) {
    return text.chars().asLongStream().reduce(7, (hash, letter) -> Dice.mix(hash * 31 + letter));
  }
}
