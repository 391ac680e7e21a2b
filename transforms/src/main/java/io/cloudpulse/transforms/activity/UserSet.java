package io.cloudpulse.transforms.activity;

/**
 * Distinct users: exactly up to a limit, beyond it about. Which of both is a function of the set
 * alone, for a set that is not beyond the limit has no part that is.
 *
 * <p>Exactly, a user takes 8 bytes in memory (up to 24 while it grows) and as many bytes on the way
 * as the distance to the next greater id needs, mostly 1 to 4. About, all take 32 KiB.
 */
final class UserSet {
  private final int exactUsers;
  private TupleSet users = new TupleSet(1);
  private UserSketch sketch;

  UserSet(int exactUsers) {
    this.exactUsers = exactUsers;
  }

  static UserSet of(int exactUsers, TupleSet users) {
    UserSet set = new UserSet(exactUsers);
    set.users = users;
    return set;
  }

  static UserSet of(int exactUsers, UserSketch sketch) {
    UserSet set = new UserSet(exactUsers);
    set.sketch = sketch;
    return set;
  }

  void add(long user) {
    if (sketch == null) {
      users.add(user);
      sketchIf(users.leastSize() > exactUsers);
    } else {
      sketch.add(user);
    }
  }

  /** The other set may settle, but holds the same. */
  void addAll(UserSet other) {
    if (other.sketch != null) {
      sketchIf(sketch == null);
      sketch.addAll(other.sketch);
    } else if (sketch != null) {
      addTo(sketch, other.users);
    } else {
      users.addAll(other.users);
      sketchIf(users.leastSize() > exactUsers);
    }
  }

  private void sketchIf(boolean tooMany) {
    if (tooMany) {
      sketch = UserSketch.empty();
      addTo(sketch, users);
      users = new TupleSet(1);
    }
  }

  private static void addTo(UserSketch sketch, TupleSet users) {
    int size = users.size();
    for (int i = 0; i < size; i++) {
      sketch.add(users.get(i, 0));
    }
  }

  boolean isExact() {
    sketchIf(sketch == null && users.size() > exactUsers);
    return sketch == null;
  }

  /** Only of an exact one. */
  TupleSet users() {
    return users;
  }

  /** Only of one that is not exact. */
  UserSketch sketch() {
    return sketch;
  }

  ActiveCount count() {
    return isExact()
        ? new ActiveCount(users.size(), true, users.size())
        : new ActiveCount(sketch.estimate(), false, exactUsers + 1L + sketch.sumOfRanks());
  }
}
