package io.cloudpulse.pipelines.verify;

import static io.cloudpulse.pipelines.verify.Verdict.DELETED;
import static io.cloudpulse.pipelines.verify.Verdict.DIFFERENT;
import static io.cloudpulse.pipelines.verify.Verdict.EXTRA;
import static io.cloudpulse.pipelines.verify.Verdict.MATCHING;
import static io.cloudpulse.pipelines.verify.Verdict.MISSING;
import static io.cloudpulse.pipelines.verify.Verdict.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeySightingsTest {
  @Test
  void expectsTheNewestVersionInWhateverOrder() {
    assertThat(verdict(taken(1, 10), taken(2, 20), found(20))).isEqualTo(MATCHING);
    assertThat(verdict(found(20), taken(2, 20), taken(1, 10))).isEqualTo(MATCHING);
    assertThat(verdict(taken(1, 10), taken(2, 20), found(10))).isEqualTo(DIFFERENT);
  }

  @Test
  void tellsMissingFromExtra() {
    assertThat(verdict(taken(1, 10))).isEqualTo(MISSING);
    assertThat(verdict(found(10))).isEqualTo(EXTRA);
  }

  @Test
  void expectsTheVersionBeforeOneThatTheSinkRefused() {
    assertThat(verdict(taken(1, 10), refused(2, 20), found(10))).isEqualTo(MATCHING);
    assertThat(verdict(taken(1, 10), refused(2, 20))).isEqualTo(MISSING);
  }

  @Test
  void doesNotMissWhatTheSinkRefused() {
    assertThat(verdict(refused(1, 10))).isEqualTo(REFUSED);
    assertThat(verdict(refused(1, 10), found(30))).isEqualTo(EXTRA);
  }

  @Test
  void acceptsWhatWasRefusedAndSentAgain() {
    assertThat(verdict(taken(1, 10), refused(2, 20), found(20))).isEqualTo(MATCHING);
  }

  @Test
  void expectsNothingOfWhatWasDeletedLast() {
    assertThat(verdict(taken(1, 10), deleted(2))).isEqualTo(DELETED);
    assertThat(verdict(deleted(2), taken(1, 10), found(10))).isEqualTo(EXTRA);
    assertThat(verdict(deleted(2), taken(3, 10), found(10))).isEqualTo(MATCHING);
    assertThat(DELETED.isDifference()).isFalse();
  }

  @Test
  void comparesVersionsWhereTheSourceCarriesThem() {
    assertThat(verdict(taken(7, 10), new Sighting.Found(new byte[] {10}, 7))).isEqualTo(MATCHING);
    assertThat(verdict(taken(7, 10), new Sighting.Found(new byte[] {10}, 8))).isEqualTo(DIFFERENT);
  }

  private static Sighting deleted(long version) {
    return new Sighting.Expected(ExpectedRow.deleted(version, 0));
  }

  private static Verdict verdict(Sighting... sightings) {
    return KeySightings.of(List.of(sightings)).verdict();
  }

  private static Sighting taken(long version, int digest) {
    return new Sighting.Expected(row(version, digest, false));
  }

  private static Sighting refused(long version, int digest) {
    return new Sighting.Expected(row(version, digest, true));
  }

  private static Sighting found(int digest) {
    return new Sighting.Found(new byte[] {(byte) digest}, Sighting.ANY_VERSION);
  }

  private static ExpectedRow row(long version, int digest, boolean refused) {
    return new ExpectedRow(version, new byte[] {(byte) digest}, 0, 0, refused);
  }
}
