package io.cloudpulse.tests.dataflow;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.beam.model.pipeline.v1.RunnerApi;
import org.xerial.snappy.Snappy;

/** The graph that a launch uploads beside its request. */
final class JobProto {
  /** How a stream of snappy begins, which is how Beam packs what Java serializes. */
  private static final String PACKED = "\u0082SNAPPY\0";

  private static final int LARGEST = 1 << 16;

  private final ByteString bytes;

  JobProto(ByteString bytes) {
    this.bytes = bytes;
  }

  private RunnerApi.Components components() throws IOException {
    return RunnerApi.Pipeline.parseFrom(bytes.toByteArray()).getComponents();
  }

  /** Our own steps: those at the top of the graph, in order. */
  List<String> steps() throws IOException {
    RunnerApi.Pipeline pipeline = RunnerApi.Pipeline.parseFrom(bytes.toByteArray());
    return pipeline.getRootTransformIdsList().stream()
        .map(id -> pipeline.getComponents().getTransformsOrThrow(id).getUniqueName())
        .toList();
  }

  /** What kinds of steps Beam knows there to be. */
  Set<String> urns() throws IOException {
    Set<String> urns = new TreeSet<>();
    components().getTransformsMap().values().forEach(step -> urns.add(step.getSpec().getUrn()));
    urns.removeIf(urn -> !urn.startsWith("beam:transform:"));
    return urns;
  }

  /** All there is to read in it: its own bytes, and what is packed inside them. */
  String unpacked() {
    String all = bytes.toString(StandardCharsets.ISO_8859_1);
    StringBuilder text = new StringBuilder(all);
    for (int at = all.indexOf(PACKED); at >= 0; at = all.indexOf(PACKED, at + 1)) {
      text.append('\n').append(unpacked(at));
    }
    return text.toString();
  }

  /** Sixteen bytes of header, then pieces, each after its length. */
  private String unpacked(int at) {
    StringBuilder text = new StringBuilder();
    int from = at + 16;
    for (int length = length(from); length > 0; length = length(from)) {
      text.append(piece(bytes.substring(from + 4, from + 4 + length)));
      from += 4 + length;
    }
    return text.toString();
  }

  /** Zero where no piece follows. */
  private int length(int from) {
    if (from + 4 > bytes.size()) {
      return 0;
    }
    int length = bytes.substring(from, from + 4).asReadOnlyByteBuffer().getInt();
    return length <= LARGEST && from + 4 + length <= bytes.size() ? length : 0;
  }

  private static String piece(ByteString packed) {
    try {
      byte[] piece = packed.toByteArray();
      return Snappy.isValidCompressedBuffer(piece)
          ? new String(Snappy.uncompress(piece), StandardCharsets.ISO_8859_1)
          : "";
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
