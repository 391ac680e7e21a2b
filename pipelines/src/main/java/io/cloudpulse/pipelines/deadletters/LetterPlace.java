package io.cloudpulse.pipelines.deadletters;

import io.cloudpulse.transforms.DeadLetter;

/** Says where a record came from. */
final class LetterPlace {
  private LetterPlace() {}

  /** The file's name and line, or the offset where no line was counted. */
  static String shortly(DeadLetter letter) {
    String name = letter.getSource().substring(letter.getSource().lastIndexOf('/') + 1);
    return letter.getLine() > 0
        ? name + ":" + letter.getLine()
        : name + " byte " + letter.getOffset();
  }
}
