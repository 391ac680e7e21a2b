package io.cloudpulse.transforms.stocks;

import io.cloudpulse.transforms.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.util.VarInt;

/**
 * What one record says of a share on one day. Prices are in millionths.
 *
 * @param day since 1970
 * @param version of the record
 * @param deleted whether it says that there is no price: then the rest says nothing
 * @param volume {@link #UNKNOWN} if the record has none
 */
record Price(
    long day, long version, boolean deleted, long close, long high, long low, long volume) {
  static final long UNKNOWN = -1;

  static Price none(long day, long version) {
    return new Price(day, version, true, 0, 0, 0, UNKNOWN);
  }

  /** When the record was true. */
  long versionMillis() {
    return Version.millis(version);
  }

  /** Each number in as few bytes as it needs. */
  static final class Coder extends CustomCoder<Price> {
    private static final long serialVersionUID = 1;

    @Override
    public void encode(Price price, OutputStream out) throws IOException {
      out.write(price.deleted ? 1 : 0);
      VarInt.encode(price.day, out);
      VarInt.encode(price.version, out);
      if (!price.deleted) {
        VarInt.encode(price.close, out);
        VarInt.encode(price.high, out);
        VarInt.encode(price.low, out);
        VarInt.encode(price.volume + 1, out);
      }
    }

    @Override
    public Price decode(InputStream in) throws IOException {
      boolean deleted = in.read() == 1;
      long day = VarInt.decodeLong(in);
      long version = VarInt.decodeLong(in);
      return deleted ? none(day, version) : decode(day, version, in);
    }

    private static Price decode(long day, long version, InputStream in) throws IOException {
      long close = VarInt.decodeLong(in);
      long high = VarInt.decodeLong(in);
      long low = VarInt.decodeLong(in);
      return new Price(day, version, false, close, high, low, VarInt.decodeLong(in) - 1);
    }
  }
}
