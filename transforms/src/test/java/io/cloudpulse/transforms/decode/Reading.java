package io.cloudpulse.transforms.decode;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.Refusal;
import io.cloudpulse.transforms.TallyCounter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads a text with a dataset's first layout and keeps what came of it, one line a record. */
final class Reading implements RecordReader.Receiver {
  final List<List<Object>> rows = new ArrayList<>();
  final List<String> refusals = new ArrayList<>();
  final List<String> originals = new ArrayList<>();
  final TallyCounter tally = new TallyCounter();

  private Reading() {}

  static Reading of(Dataset dataset, String text) {
    return of(dataset, text.getBytes(StandardCharsets.UTF_8));
  }

  static Reading of(Dataset dataset, String text, Charset charset) {
    return of(dataset, text.getBytes(charset));
  }

  static Reading of(Dataset dataset, byte[] bytes) {
    Reading reading = new Reading();
    try (LineReader lines =
        new LineReader(Channels.newChannel(new ByteArrayInputStream(bytes)), 0, 1)) {
      reading.read(dataset, lines);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return reading;
  }

  private void read(Dataset dataset, LineReader lines) throws IOException {
    List<String> header = List.of();
    if (dataset.layouts().get(0).format() == io.cloudpulse.schemas.Layout.Format.CSV) {
      lines.next();
      header = HeaderFields.of(lines, dataset.layouts().get(0));
    }
    RecordReader reader =
        new RecordReader(dataset, dataset.layouts().get(0), header, tally::count, false);
    while (lines.next()) {
      reader.read(lines, this);
    }
  }

  @Override
  public void read(Object[] values, RecordBytes lines) {
    rows.add(Arrays.asList(values));
  }

  @Override
  public void refused(Refusal refusal, RecordBytes lines, String column) {
    refusals.add(lines.line() + " " + refusal.reason().code() + " " + refusal.field());
    originals.add(new String(lines.copy(), StandardCharsets.UTF_8));
  }
}
