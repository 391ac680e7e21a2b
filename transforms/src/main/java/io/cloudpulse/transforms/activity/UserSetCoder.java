package io.cloudpulse.transforms.activity;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.CustomCoder;

/** Writes whether a set is exact, then its users or its sketch. Equal sets are equal bytes. */
final class UserSetCoder extends CustomCoder<UserSet> {
  private static final long serialVersionUID = 1;
  private static final TupleSetCoder USERS = TupleSetCoder.of(1);

  private final int exactUsers;

  private UserSetCoder(int exactUsers) {
    this.exactUsers = exactUsers;
  }

  static UserSetCoder of(int exactUsers) {
    return new UserSetCoder(exactUsers);
  }

  @Override
  public void encode(UserSet set, OutputStream out) throws IOException {
    boolean exact = set.isExact();
    out.write(exact ? 1 : 0);
    if (exact) {
      USERS.encode(set.users(), out);
    } else {
      ByteArrayCoder.of().encode(set.sketch().bytes(), out);
    }
  }

  @Override
  public UserSet decode(InputStream in) throws IOException {
    return in.read() == 1
        ? UserSet.of(exactUsers, USERS.decode(in))
        : UserSet.of(exactUsers, UserSketch.of(ByteArrayCoder.of().decode(in)));
  }

  @Override
  public void verifyDeterministic() {
    // A set of users has one order, and a sketch one state.
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UserSetCoder coder && coder.exactUsers == exactUsers;
  }

  @Override
  public int hashCode() {
    return exactUsers;
  }
}
