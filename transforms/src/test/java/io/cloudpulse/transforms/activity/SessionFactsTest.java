package io.cloudpulse.transforms.activity;

import static io.cloudpulse.transforms.activity.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.transforms.VersionedRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.beam.sdk.util.CoderUtils;
import org.junit.jupiter.api.Test;

class SessionFactsTest {
  private static final EventFields FIELDS = EventFields.shipped();

  @Test
  void addsUpWhatTheEventsTell() {
    SessionFacts facts =
        facts(
            List.of(
                event(1, "12:00:00", "view", "10.00", 1L),
                event(1, "12:00:30", "view", null, 2L),
                event(1, "12:01:00", "cart", "30.50", 2L),
                event(1, "12:02:00", "purchase", "30.50", 2L),
                event(1, "12:03:00", "wishlist", "0.00", null)));

    assertThat(facts)
        .isEqualTo(
            new SessionFacts(
                5,
                2,
                1,
                1,
                4,
                7_100,
                3_050,
                3_050,
                micros("12:00:00"),
                micros("12:03:00"),
                micros("12:01:00"),
                micros("12:02:00"),
                new ProductSet(new long[] {2, 3})));
    assertThat(facts.seconds()).isEqualTo(180);
  }

  @Test
  void knowsNothingOfWhatNeverWas() {
    SessionFacts facts = facts(List.of(event(1, "12:00:00", "view", "10.00", null)));

    assertThat(facts.lastCartMicros()).isEqualTo(SessionFacts.NEVER);
    assertThat(facts.lastPurchaseMicros()).isEqualTo(SessionFacts.NEVER);
    assertThat(facts.products().size()).isZero();
  }

  /** In any order and in any grouping, and also where there are too many products. */
  @Property(tries = 200)
  void isTheSameHoweverItIsPutTogether(@ForAll long seed) throws Exception {
    Random random = new Random(seed);
    List<SessionFacts> parts = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(150); i++) {
      String action = List.of("view", "cart", "purchase", "other").get(random.nextInt(4));
      String time = "12:%02d:%02d".formatted(random.nextInt(60), random.nextInt(60));
      Long product = random.nextInt(10) == 0 ? null : (long) random.nextInt(200);
      parts.add(facts(List.of(event(i, time, action, random.nextInt(90) + ".25", product))));
    }
    SessionFacts inOrder = parts.stream().reduce(SessionFacts.NONE, SessionFacts::plus);

    while (parts.size() > 1) {
      Collections.shuffle(parts, random);
      parts.add(parts.remove(0).plus(parts.remove(0)));
    }

    assertThat(parts.get(0)).isEqualTo(inOrder);
    assertThat(inOrder.products().size()).isLessThanOrEqualTo(64);
    assertThat(CoderUtils.clone(new SessionFactsCoder(), inOrder)).isEqualTo(inOrder);
  }

  @Test
  void keepsTheSmallestIdsOfManyProducts() {
    ProductSet odd = ProductSet.NONE;
    for (long id = 199; id > 0; id -= 2) {
      odd = odd.plus(ProductSet.of(id));
    }

    assertThat(odd.size()).isEqualTo(64);
    assertThat(odd.ids()).startsWith(1, 3, 5).endsWith(125, 127);
    assertThat(odd.plus(ProductSet.of(2)).ids()).startsWith(1, 2, 3).endsWith(123, 125);
  }

  static SessionFacts facts(List<VersionedRecord> events) {
    TupleSet set = new TupleSet(ObservedEvent.WIDTH);
    events.forEach(event -> set.addAll(ObservedEvent.of(FIELDS.read(event.values()))));
    return SessionFacts.of(set);
  }

  private static long micros(String time) {
    return Events.at(time).toEpochMilli() * 1_000;
  }
}
