package io.cloudpulse.transforms.activity;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.util.VarInt;

/** Each number in as few bytes as it needs; times after the first, and products, as distances. */
final class SessionFactsCoder extends CustomCoder<SessionFacts> {
  private static final long serialVersionUID = 1;

  @Override
  public void encode(SessionFacts facts, OutputStream out) throws IOException {
    VarInt.encode(facts.events(), out);
    VarInt.encode(facts.views(), out);
    VarInt.encode(facts.carts(), out);
    VarInt.encode(facts.purchases(), out);
    VarInt.encode(facts.priced(), out);
    VarInt.encode(facts.cents(), out);
    VarInt.encode(facts.mostCents(), out);
    VarInt.encode(facts.cartCents(), out);
    VarInt.encode(facts.firstMicros(), out);
    VarInt.encode(facts.lastMicros() - facts.firstMicros(), out);
    encodeSince(facts.lastCartMicros(), facts.firstMicros(), out);
    encodeSince(facts.lastPurchaseMicros(), facts.firstMicros(), out);
    encode(facts.products(), out);
  }

  @Override
  public SessionFacts decode(InputStream in) throws IOException {
    long[] counts = new long[9];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = VarInt.decodeLong(in);
    }
    long first = counts[8];
    return new SessionFacts(
        counts[0],
        counts[1],
        counts[2],
        counts[3],
        counts[4],
        counts[5],
        counts[6],
        counts[7],
        first,
        first + VarInt.decodeLong(in),
        decodeSince(first, in),
        decodeSince(first, in),
        decodeProducts(in));
  }

  private static void encodeSince(long time, long first, OutputStream out) throws IOException {
    VarInt.encode(time == SessionFacts.NEVER ? 0 : time - first + 1, out);
  }

  private static long decodeSince(long first, InputStream in) throws IOException {
    long since = VarInt.decodeLong(in);
    return since == 0 ? SessionFacts.NEVER : first + since - 1;
  }

  private static void encode(ProductSet products, OutputStream out) throws IOException {
    VarInt.encode(products.size(), out);
    long before = 0;
    for (long id : products.ids()) {
      VarInt.encode(id - before, out);
      before = id;
    }
  }

  private static ProductSet decodeProducts(InputStream in) throws IOException {
    long[] ids = new long[VarInt.decodeInt(in)];
    long before = 0;
    for (int i = 0; i < ids.length; i++) {
      before += VarInt.decodeLong(in);
      ids[i] = before;
    }
    return new ProductSet(ids);
  }

  @Override
  public void verifyDeterministic() {
    // Each number is written in one way only, and a set of products has one order.
  }
}
