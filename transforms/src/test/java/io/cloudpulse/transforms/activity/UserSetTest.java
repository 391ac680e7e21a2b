package io.cloudpulse.transforms.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.apache.beam.sdk.util.CoderUtils;

class UserSetTest {
  private static final int EXACT = 100;
  private static final UserSetCoder CODER = UserSetCoder.of(EXACT);

  @Property(tries = 300)
  void isExactUpToItsLimitAndNotBeyond(
      @ForAll @Size(max = 300) List<@LongRange(min = 0, max = 200) Long> users) {
    int distinct = new HashSet<>(users).size();

    ActiveCount count = of(users).count();

    assertThat(count.exact()).isEqualTo(distinct <= EXACT);
    if (count.exact()) {
      assertThat(count).isEqualTo(new ActiveCount(distinct, true, distinct));
    }
  }

  @Property(tries = 200)
  void isTheSameInAnyOrderAndAnyParts(
      @ForAll @Size(max = 300) List<@LongRange(min = 0, max = 200) Long> users,
      @ForAll @LongRange(min = 1, max = 6) long parts,
      @ForAll long seed)
      throws Exception {
    UserSet shuffled = shuffledInParts(users, (int) parts, new Random(seed));

    assertThat(shuffled.count()).isEqualTo(of(users).count());
    assertThat(CoderUtils.encodeToByteArray(CODER, shuffled))
        .isEqualTo(CoderUtils.encodeToByteArray(CODER, of(users)));
  }

  /** Doubled, shuffled, cut, each part through its bytes or not, then united. */
  private static UserSet shuffledInParts(List<Long> users, int parts, Random random)
      throws Exception {
    List<Long> doubled = new ArrayList<>(users);
    doubled.addAll(users);
    Collections.shuffle(doubled, random);
    List<UserSet> sets = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      UserSet set = new UserSet(EXACT);
      for (int i = part; i < doubled.size(); i += parts) {
        set.add(doubled.get(i));
      }
      sets.add(
          random.nextBoolean()
              ? set
              : CoderUtils.decodeFromByteArray(CODER, CoderUtils.encodeToByteArray(CODER, set)));
    }
    return new UniteUsersFn(EXACT).mergeAccumulators(sets);
  }

  @Property(tries = 100)
  void moreUsersNeverCountLessAndEachChangeCountsMore(@ForAll long seed) {
    Random random = new Random(seed);
    UserSet set = new UserSet(EXACT);
    ActiveCount before = set.count();
    for (int i = 0; i < 200; i++) {
      set.add(random.nextLong(1L << (1 + random.nextInt(20))));
      ActiveCount now = set.count();
      assertThat(now.counted()).isGreaterThanOrEqualTo(before.counted());
      assertThat(now.equals(before)).isEqualTo(now.counted() == before.counted());
      before = now;
    }
  }

  @Example
  void beyondItsLimitItIsAboutRight() {
    List<Long> users = LongStream.range(0, 200_000).boxed().toList();

    ActiveCount count = of(users).count();

    assertThat(count.exact()).isFalse();
    assertThat(count.users()).isCloseTo(200_000, within(4_000L));
  }

  private static UserSet of(List<Long> users) {
    UserSet set = new UserSet(EXACT);
    users.forEach(set::add);
    return set;
  }
}
