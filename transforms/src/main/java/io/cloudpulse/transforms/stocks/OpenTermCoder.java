package io.cloudpulse.transforms.stocks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.util.VarInt;

/** Writes a term's prices one after the other. */
final class OpenTermCoder extends CustomCoder<OpenTerm> {
  private static final long serialVersionUID = 1;
  private static final Price.Coder PRICE = new Price.Coder();

  @Override
  public void encode(OpenTerm open, OutputStream out) throws IOException {
    VarInt.encode(open.untold(), out);
    VarInt.encode(open.until(), out);
    VarInt.encode(open.prices().size(), out);
    for (KnownPrice known : open.prices()) {
      PRICE.encode(known.newest(), out);
      VarInt.encode(known.beaten().size(), out);
      for (long version : known.beaten()) {
        VarInt.encode(version, out);
      }
    }
  }

  @Override
  public OpenTerm decode(InputStream in) throws IOException {
    long untold = VarInt.decodeLong(in);
    long until = VarInt.decodeLong(in);
    PriceSet prices = new PriceSet();
    for (int left = VarInt.decodeInt(in); left > 0; left--) {
      prices.put(new KnownPrice(PRICE.decode(in), beaten(in)));
    }
    return new OpenTerm(prices, untold, until);
  }

  private static List<Long> beaten(InputStream in) throws IOException {
    List<Long> versions = new ArrayList<>();
    for (int left = VarInt.decodeInt(in); left > 0; left--) {
      versions.add(VarInt.decodeLong(in));
    }
    return versions;
  }
}
