package io.cloudpulse.transforms.decode;

import io.cloudpulse.bench.Stage;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Layout;
import io.cloudpulse.transforms.Refusal;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The inner stages of reading, for the stage benchmark. */
public final class DecodeStages {
  private DecodeStages() {}

  /** What is done with the line in hand. */
  private interface Step {
    void line(LineReader lines) throws IOException;
  }

  /** Finds lines. */
  public static Stage lines(Path file) {
    return () -> each(file, header -> lines -> {});
  }

  /** Makes text of each line. */
  public static Stage decode(Dataset dataset, Path file) {
    return () ->
        each(
            file,
            header -> {
              RecordText text = new RecordText(layout(dataset).encoding());
              return lines -> {
                String unused = text.of(lines);
              };
            });
  }

  /** Splits each text to the texts of its fields. */
  public static Stage split(Dataset dataset, Path file) {
    return () ->
        each(
            file,
            header -> {
              Layout layout = layout(dataset);
              RecordText text = new RecordText(layout.encoding());
              Columns columns = Columns.bind(dataset, layout, header);
              TextSplitter splitter =
                  TextSplitter.of(dataset, layout, columns, new RawRecord(16), name -> {});
              return lines -> splitter.split(text.of(lines));
            });
  }

  /** Gives each field its type, and checks what the dataset says about it. */
  public static Stage read(Dataset dataset, Path file) {
    return () ->
        each(
            file,
            header -> {
              RecordReader reader =
                  new RecordReader(dataset, layout(dataset), header, name -> {}, false);
              return lines -> {
                boolean unused = reader.read(lines, Nowhere.INSTANCE);
              };
            });
  }

  private static Layout layout(Dataset dataset) {
    return dataset.layouts().get(0);
  }

  private interface Steps {
    Step of(List<String> header);
  }

  private static long each(Path file, Steps steps) throws IOException {
    try (LineReader lines = new LineReader(FileChannel.open(file), 0, 1)) {
      boolean unused = lines.next();
      Step step = steps.of(List.of(new String(lines.copy(), StandardCharsets.UTF_8).split(",")));
      long count = 0;
      while (lines.next()) {
        step.line(lines);
        count++;
      }
      return count;
    }
  }

  private enum Nowhere implements RecordReader.Receiver {
    INSTANCE;

    @Override
    public void read(Object[] values, RecordBytes lines) {}

    @Override
    public void refused(Refusal refusal, RecordBytes lines, String column) {}
  }
}
