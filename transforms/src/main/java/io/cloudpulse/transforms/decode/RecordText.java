package io.cloudpulse.transforms.decode;

import io.cloudpulse.transforms.Reason;
import io.cloudpulse.transforms.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Turns a record's bytes to text, and refuses bytes that the encoding does not have. */
final class RecordText {
  private final Charset charset;

  RecordText(String encoding) {
    this.charset = Charset.forName(encoding);
  }

  String of(RecordBytes lines) {
    byte[] bytes = lines.buffer();
    int size = lines.to() - lines.from();
    if (lines.ascii()) {
      return new String(bytes, lines.from(), size, StandardCharsets.ISO_8859_1);
    }
    String text = new String(bytes, lines.from(), size, charset);
    // Only a replacement character can come of invalid bytes; it may also have been written.
    if (text.indexOf('\uFFFD') >= 0) {
      decodeStrictly(bytes, lines.from(), size);
    }
    return text;
  }

  private void decodeStrictly(byte[] bytes, int from, int size) {
    ByteBuffer input = ByteBuffer.wrap(bytes, from, size);
    try {
      charset.newDecoder().decode(input);
    } catch (CharacterCodingException e) {
      throw Refusal.of(
          Reason.ENCODING,
          "byte " + (input.position() - from + 1) + " of the record is not " + charset.name());
    }
  }
}
