package io.cloudpulse.transforms.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.beam.sdk.util.CoderUtils;

class TupleSetTest {
  private static final TupleSetCoder CODER = TupleSetCoder.of(2);

  @Property(tries = 200)
  void holdsEachTupleOnceInOrder(@ForAll("tuples") List<long[]> tuples) {
    TreeSet<long[]> expected = new TreeSet<>(Arrays::compare);
    expected.addAll(tuples);

    TupleSet set = of(tuples);

    assertThat(set.size()).isEqualTo(expected.size());
    List<long[]> held = new ArrayList<>();
    for (int i = 0; i < set.size(); i++) {
      held.add(new long[] {set.get(i, 0), set.get(i, 1)});
    }
    assertThat(held).containsExactlyElementsOf(expected);
  }

  @Property(tries = 200)
  void unionTakesNoNoteOfOrderOrRepetition(
      @ForAll("tuples") List<long[]> one, @ForAll("tuples") List<long[]> other, @ForAll long seed)
      throws Exception {
    List<long[]> all = new ArrayList<>(one);
    all.addAll(other);
    all.addAll(one);
    Collections.shuffle(all, new Random(seed));

    TupleSet united = union(union(of(one), of(other)), of(one));

    assertThat(united).isEqualTo(union(of(other), of(one))).isEqualTo(of(all));
    assertThat(CoderUtils.encodeToByteArray(CODER, united))
        .isEqualTo(CoderUtils.encodeToByteArray(CODER, of(all)));
  }

  @Property(tries = 200)
  void unionIsAssociative(
      @ForAll("tuples") List<long[]> a,
      @ForAll("tuples") List<long[]> b,
      @ForAll("tuples") List<long[]> c) {
    assertThat(union(union(of(a), of(b)), of(c))).isEqualTo(union(of(a), union(of(b), of(c))));
  }

  @Property(tries = 200)
  void comesBackFromItsBytes(@ForAll("tuples") List<long[]> tuples) throws Exception {
    TupleSet set = of(tuples);

    TupleSet back = CoderUtils.decodeFromByteArray(CODER, CoderUtils.encodeToByteArray(CODER, set));

    assertThat(back).isEqualTo(set);
  }

  @Property(tries = 50)
  void isNotChangedByWhatItIsAddedTo(
      @ForAll("tuples") List<long[]> one, @ForAll("tuples") List<long[]> other) {
    TupleSet set = of(one);
    TupleSet copy = set.copy();

    union(copy, of(other)).addAll(of(other));

    assertThat(set).isEqualTo(of(one));
  }

  private static TupleSet union(TupleSet one, TupleSet other) {
    one.addAll(other);
    return one;
  }

  private static TupleSet of(List<long[]> tuples) {
    TupleSet set = new TupleSet(2);
    tuples.forEach(set::add);
    return set;
  }

  @Provide
  Arbitrary<List<long[]>> tuples() {
    Arbitrary<Long> few = Arbitraries.oneOf(Arbitraries.longs(), Arbitraries.longs().between(0, 9));
    return few.array(long[].class).ofSize(2).list().ofMaxSize(300);
  }
}
