package io.cloudpulse.serving.http;

/**
 * An answer and the name of what it says.
 *
 * @param tag computed once, however often it is sent
 */
record TaggedAnswer(Answer answer, String tag) {
  static TaggedAnswer of(Answer answer) {
    return new TaggedAnswer(answer, EntityTag.of(answer.body()));
  }
}
